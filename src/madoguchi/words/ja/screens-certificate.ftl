### 端末の証明書（機関認証用）の期限

certificate-title = 端末の証明書
certificate-day = { $year }年{ $month }月{ $day }日（{ $weekday }）
certificate-count = あと { $days }日
certificate-unknown = 期限の日が、まだ入っていません。「電子証明書発行通知書」の日付を、設定に入れてください。
certificate-far = { $expires }まで。{ $renewal }から更新できます。
certificate-open = { $expires }まで。もう更新できます。する日を決めておきましょう。切れると、請求もいっしょに止まります。
certificate-soon = { $expires }まで。今週のうちに、業者と更新の日を決めてください。切れると、請求もいっしょに止まります。
certificate-now = { $expires }まで。きょう更新してください。切れると、資格確認と請求がいっしょに止まり、新しい証明書は郵便で何日もかかります。
certificate-ended = { $expires }に切れました。資格確認と請求が止まります。新しい証明書を申しこんで、受付は「012」の手順で続けてください。
