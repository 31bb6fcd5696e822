      *-----------------------------------------------------------------
      * BYSPARM  PARAMETERKAARTEN                             LRECL 80
      *          PE PERIODE EN VERWERKINGSDATUM
      *          NO NORMBEDRAG PER MAAND      GR GRENSBEDRAG
      *-----------------------------------------------------------------
       01  PK-KAART.
           05  PK-SOORT                PIC X(2).
               88  PK-PERIODEKAART     VALUE 'PE'.
               88  PK-NORMKAART        VALUE 'NO'.
               88  PK-GRENSKAART       VALUE 'GR'.
           05  PK-INHOUD               PIC X(78).
           05  PK-PERIODEDEEL REDEFINES PK-INHOUD.
               10  PK-PERIODE          PIC 9(4).
               10  PK-VERWERKDAT       PIC 9(6).
               10  FILLER              PIC X(68).
           05  PK-NORMDEEL REDEFINES PK-INHOUD.
               10  PK-NORM-CODE        PIC X(2).
               10  PK-NORM-BEDRAG      PIC 9(5)V99.
               10  PK-NORM-OMS         PIC X(30).
               10  FILLER              PIC X(39).
           05  PK-GRENSDEEL REDEFINES PK-INHOUD.
               10  PK-GRENS-CODE       PIC X(2).
               10  PK-GRENS-BEDRAG     PIC 9(5)V99.
               10  FILLER              PIC X(69).
