title = Paper parking permit
summary = A permit on paper, for people who cannot use one online.
today = Ring the parking team or come to a customer centre and tell us why an online permit does not work for you. No proof is asked for. We post the permit to you. You may park with our letter until it comes.
