### Codes of terminal, line, centre, portal and prescription service: name after the reader's own, summary what happens, whose it is.

problem-010 =
    .name = First registration failed
    .summary = Registering the card as insurance card, needed once, did not go through. Nothing at the desk needs repair. First ask for a certificate of eligibility (資格確認書).
    .whose = Mynaportal’s part, which takes the registration.

problem-011 =
    .name = Network error
    .summary = The terminal does not reach the centre. Whether the cause is inside or outside is not known yet. After a move or a change of line, line authentication (the proof that this line may be used) may be lost.
    .whose = Inside: the desk and the vendor. Outside: the line provider or the centre.

problem-012 =
    .name = Error of the terminal’s certificate
    .summary = The certificate that shows this is your terminal has ended or was stopped. A new one takes days by post. Online claims use the same certificate: they stop, too.
    .whose = The clinic applies, the vendor installs.

problem-013 =
    .name = Error of the terminal’s environment
    .summary = The check itself worked; only its result file cannot be put down. The receiving computer is off or full, or the folder is missing or may not be written to.
    .whose = The computer is the desk’s part, the sharing is the vendor’s.

problem-014 =
    .name = Hardware error of the terminal
    .summary = The terminal is short of memory or a part is failing. Switching off and on mostly helps. The third time in 7 days, let the vendor look.
    .whose = The desk’s part the first and second time, the vendor’s the third.

problem-016 =
    .name = Eligibility not obtained
    .summary = The centre has no eligibility valid today. No machine is broken. Often the insurance is just changing: go on as “could not be confirmed today”.
    .whose = The insurer’s part, which mends the record.

problem-017 =
    .name = Insurer to be checked
    .summary = The insurer has not registered this person yet, so the card cannot be registered. No machine is broken. First ask for a certificate of eligibility (資格確認書).
    .whose = The insurer’s part. The patient asks the employer or the town or city.

problem-901 =
    .name = Disturbance of the eligibility system
    .summary = The national system gives no answer. Look at the portal’s notices first. It was also seen when only first registration was slow and ordinary checks worked.
    .whose = The centre’s part. There is hardly anything to repair here.

problem-902 =
    .name = Institution authentication failed
    .summary = It seems that the use of the card without PIN was not allowed. Face and visual check do not get through. A patient who knows the PIN, with tries known to be left, can try it once.
    .whose = The centre’s part.

problem-903 =
    .name = Certificate refused by the eligibility system
    .summary = The centre did not accept this clinic’s certificate. Online claims use the same certificate and may stop, too.
    .whose = The centre’s part. Installing a certificate is the vendor’s.

problem-904 =
    .name = Unexpected fault of the terminal’s program
    .summary = The terminal’s program stopped. Switching off and on mostly helps. The third time in 7 days, let the vendor look.
    .whose = Switching off and on is the desk’s part, then the call centre’s or the vendor’s.

problem-905 =
    .name = Unexpected fault of the terminal’s settings
    .summary = The terminal cannot read its settings properly. If one restart does not help, the desk changes nothing.
    .whose = The part of the vendor who set the terminal up.

problem-950 =
    .name = Disturbance of the e-prescription service
    .summary = The e-prescription service is down. Insurance was confirmed. Today’s prescription is on paper.
    .whose = The service’s part. Nothing at the desk needs repair.

## Sentences for these codes

say-vendor-012 = { said-caller } The eligibility terminal shows “012 端末の電子証明書エラー”.{ said-since }{ said-tried } Please check the end date of its certificate, and help us to get and install a new one. Will it be in time for our online claims?
say-vendor-013 = { said-caller } The eligibility terminal shows “013 資格確認端末の環境設定エラー”.{ said-since }{ said-tried } The check works, but the result files do not arrive. Please look at the shared folder.
say-vendor-014 = { said-caller } The eligibility terminal shows “014 資格確認端末のハードウェアエラー”.{ said-since }{ said-tried } We have a list of the times. Please look at the terminal’s memory and parts.
say-call-centre-901 = { said-caller }{ said-code } The card reader shows “901 オンライン資格確認等システムの障害発生”.{ said-since }{ said-tried } Is there a notice on the portal, and when may it be over? We may want to use the emergency lookup (緊急時医療情報・資格確認機能).
say-call-centre-902 = { said-caller }{ said-code } The card reader shows “902 オンライン資格確認等システムの特定機関認証エラー”.{ said-since }{ said-tried } Neither face nor visual check gets through. Is it on your side, or is it our certificate?
