title = Report crime, hate or anti-social behaviour
summary = Noise, threats, drug dealing, hate, or neighbours who make your life hard. You do not have to give your name.
today = If someone is in danger now, ring 999. Otherwise ring the community safety team or come to a customer centre. You do not have to give your name. Tell us a safe way and a safe time to reach you. You can also ring the police on 101, or Crimestoppers on 0800 555 111 without giving your name.
