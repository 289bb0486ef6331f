title = Complain about the council
summary = Tell us when we got something wrong, were late or rude, or did not do what we said.
today = Ring us, write to us, or tell anyone who works for the council: you can complain in your own words, also by voice or through someone you trust. We write back within five working days to say who is looking into it and by when you get an answer. If you are still not content you can ask for a second look, and then go to the ombudsman.
