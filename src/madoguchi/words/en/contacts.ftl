# Whom to call, and a sentence to read out. Every variable may be empty: each sentence reads on without it.

contact-call-centre = Eligibility verification call centre (オンライン資格確認等コールセンター)
    .say = This is the reception desk { $facility_name }. I am calling about the face-authentication card reader { $code } { $name }. It began today { $since }. I can tell you what we tried. { $tried } I also have our institution code ready. { $facility_code } Is there a fault on your side, and what should we do next?
contact-vendor = Your system vendor
    .say = This is the reception desk { $facility_name }. I am calling about the eligibility terminal { $code } { $name }. It began today { $since }. I can tell you what we tried. { $tried } Could you come, or look at it remotely?
contact-maker = Maker of the card reader
    .say = This is the reception desk { $facility_name }. Our model is { $reader } a face-authentication card reader. I am calling about the error { $code } { $name }. It began today { $since }. I can tell you what we tried. { $tried } What should we check next, and how does an exchange work?
contact-carrier = Line provider
    .say = This is the reception desk { $facility_name }. I am calling about the line used for online eligibility verification. The connection was lost today { $since }. I can tell you what we tried. { $tried } Is there a fault, maintenance work or a change of line authentication on your side?
contact-municipality = My Number Card desk of the town or city
    .say = When I used my My Number Card at a medical institution, the reader showed { $code } { $name } a message. Please look at the card and tell me which procedure is needed.
contact-insurer = The patient’s insurer
    .say = This is the reception desk { $facility_name }. Online verification could not confirm the eligibility of one of your members. Please make sure that the member or the employer can check the registration.
contact-portal-notices = Notices on the portal for medical institutions
    .say = No call: open the notices on the portal. If one fits { $code } { $name } this, wait for recovery.
contact-eprescription = E-prescription service (notices on the portal)
    .say = Before a call, look at the e-prescription notices on the portal. If there is none, ask the call centre.
