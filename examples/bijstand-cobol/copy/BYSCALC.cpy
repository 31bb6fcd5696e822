      *-----------------------------------------------------------------
      * BYSCALC  COMMUNICATIEGEBIED BYS010 - BYS020
      *-----------------------------------------------------------------
       01  CALC-GEBIED.
           05  CALC-INVOER.
               10  CALC-PERIODE.
                   15  CALC-PER-JJ     PIC 99.
                   15  CALC-PER-MM     PIC 99.
               10  CALC-GEBDAT         PIC 9(6).
               10  CALC-LEEFVORM       PIC X.
               10  CALC-WOONSIT        PIC X.
               10  CALC-MEDEBEW        PIC 9.
               10  CALC-VERMOGEN       PIC S9(7)V99 COMP-3.
               10  CALC-INGANG.
                   15  CALC-ING-JJMM   PIC 9(4).
                   15  CALC-ING-DD     PIC 99.
               10  CALC-EINDE.
                   15  CALC-EIN-JJMM   PIC 9(4).
                   15  CALC-EIN-DD     PIC 99.
               10  CALC-MAATREGEL      PIC 9(3).
               10  CALC-AANT-INK       PIC S9(4)   COMP.
               10  CALC-INK-REGEL      OCCURS 8 TIMES.
                   15  CALC-INK-SOORT  PIC X.
                   15  CALC-INK-VRIJ   PIC X.
                   15  CALC-INK-BEDRAG PIC S9(5)V99 COMP-3.
           05  CALC-UITVOER.
               10  CALC-FOUTCODE       PIC 99.
               10  CALC-NORMCODE       PIC X(2).
               10  CALC-DAGEN          PIC 99.
               10  CALC-BEDRAGEN       COMP-3.
                   15  CALC-NORM       PIC S9(5)V99.
                   15  CALC-INKOMST    PIC S9(5)V99.
                   15  CALC-VRIJLATING PIC S9(5)V99.
                   15  CALC-STRAF      PIC S9(5)V99.
                   15  CALC-VAKANTIE   PIC S9(5)V99.
                   15  CALC-UITBETALEN PIC S9(5)V99.
       01  NORM-GEBIED.
           05  NORM-AANTAL             PIC S9(4)   COMP.
           05  NORM-VERMOGEN-ALLEEN    PIC S9(5)V99 COMP-3.
           05  NORM-VERMOGEN-GEZIN     PIC S9(5)V99 COMP-3.
           05  NORM-VRIJLATING-MAX     PIC S9(5)V99 COMP-3.
           05  NORM-REGEL              OCCURS 20 TIMES
                                       INDEXED BY NORM-INX.
               10  NORM-CODE           PIC X(2).
               10  NORM-BEDRAG         PIC S9(5)V99 COMP-3.
