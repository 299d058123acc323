# Whom to call, and a sentence to read out. Every variable may be empty: each sentence leaves out what is not known.

## Pieces

said-caller = { GIVEN($facility_name) ->
        [yes] This is the reception desk of { $facility_name }.
       *[no] { $facility ->
            [pharmacy] This is the reception desk of a pharmacy.
           *[other] This is the reception desk of a medical institution.
        }
    }
said-reader = { GIVEN($reader) ->
        [yes] face-authentication card reader ({ $reader })
       *[no] face-authentication card reader
    }
said-shown = { GIVEN($code) ->
        [yes] shows “{ $code }{ GIVEN($name) ->
            [yes] { " " }{ $name }
           *[no] { "" }
        }”
       *[no] { GIVEN($name) ->
            [yes] is in trouble: { $name }
           *[no] does not work as it should
        }
    }
said-since = { GIVEN($since) ->
        [yes] { " " }It began at { $since }.
       *[no] { "" }
    }
said-tried = { GIVEN($tried) ->
        [yes] { " " }We tried: { $tried }.
       *[no] { "" }
    }
said-code = { GIVEN($facility_code) ->
        [yes] { " " }Our institution code is { $facility_code }.
       *[no] { "" }
    }

## Contacts

contact-call-centre = Eligibility verification call centre (オンライン資格確認等コールセンター)
    .say = { said-caller }{ said-code } Our { said-reader } { said-shown }.{ said-since }{ said-tried } Is there a fault on your side, and what should we do next?
contact-vendor = Your system vendor
    .say = { said-caller } Our { said-reader } { said-shown }.{ said-since }{ said-tried } Could you come, or look at it remotely?
contact-maker = Maker of the card reader
    .say = { said-caller } Our { said-reader } { said-shown }.{ said-since }{ said-tried } What should we check next, and how does an exchange work?
contact-carrier = Line provider
    .say = { said-caller } The line we use for online eligibility verification is not connected.{ said-since }{ said-tried } Is there a fault, maintenance work or a change of line authentication on your side?
contact-municipality = My Number Card desk of the town or city
    .say = I used my My Number Card at a medical institution, and the reader { said-shown }. Please look at the card and tell me which procedure is needed.
contact-insurer = The patient’s insurer
    .say = { said-caller } Online verification could not confirm one of your members. How can the member or the employer find out about the registration?
contact-portal-notices = Notices on the portal for medical institutions
    .say = No call: open the fault notices on the portal. If one fits what you see, wait for recovery.
contact-eprescription = E-prescription service (notices on the portal)
    .say = Before a call, look at the e-prescription notices on the portal. If there is none, ask the call centre.
