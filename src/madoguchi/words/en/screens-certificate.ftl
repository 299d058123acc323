### The date on which the terminal's certificate ends

certificate-title = The terminal's certificate
certificate-day = { $weekday } { $day }/{ $month }/{ $year }
certificate-count = { $days ->
    [one] 1 day left
   *[other] { $days } days left
  }
certificate-unknown = Nobody has told us the date yet. It stands on the letter of issue (電子証明書発行通知書); please enter it in the settings.
certificate-far = Until { $expires }. It can be renewed from { $renewal }.
certificate-open = Until { $expires }. It can be renewed now: choose a day. When it ends, claims stop with it.
certificate-soon = Until { $expires }. Please settle a day with the vendor this week. When it ends, claims stop with it.
certificate-now = Until { $expires }. Please renew it today. When it ends, checks and claims stop together, and a new one takes days by post.
certificate-ended = It ended on { $expires }. Checks and claims have stopped. Please apply for a new one, and go on at reception as for “012”.
