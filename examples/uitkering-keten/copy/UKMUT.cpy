      * MUTATIERECORD
       01  MUT-RECORD.
           05  MUT-NUMMER          PIC 9(8).
           05  MUT-BEDRAG          PIC S9(7)V99.
           05  MUT-EXIT            PIC X(8).
           05  FILLER              PIC X(55).
