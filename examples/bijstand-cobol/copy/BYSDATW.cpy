      *-----------------------------------------------------------------
      * BYSDATW  WERKGEBIED BIJ BYSDATP (DATUMROUTINES)
      *-----------------------------------------------------------------
       01  DAT-WERK.
           05  DAT-JJMMDD              PIC 9(6).
           05  DAT-DELEN REDEFINES DAT-JJMMDD.
               10  DAT-JJ              PIC 99.
               10  DAT-MM              PIC 99.
               10  DAT-DD              PIC 99.
           05  DAT-GRENS-JJ            PIC 99.
           05  DAT-EEJJ                PIC 9(4).
           05  DAT-MAX-DAG             PIC 99.
           05  DAT-QUOT                PIC 9(4).
           05  DAT-REST                PIC 9(4).
           05  DAT-GOED-SW             PIC X.
               88  DAT-GOED            VALUE 'J'.
       01  DAT-MAANDEN.
           05  FILLER                  PIC X(12)   VALUE '312831303130'.
           05  FILLER                  PIC X(12)   VALUE '313130313031'.
       01  DAT-MAANDTABEL REDEFINES DAT-MAANDEN.
           05  DAT-MND-DAGEN           PIC 99      OCCURS 12.
