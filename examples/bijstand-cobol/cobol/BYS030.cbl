       IDENTIFICATION DIVISION.
       PROGRAM-ID.    BYS030.
       AUTHOR.        W. ZANDVOORDER.
      *-----------------------------------------------------------------
      * BIJSTAND - BETAALLIJST PER WIJK EN CONSULENT
      *
      * De lijst gaat naar de coördinatie inkomen (vóór 1998: bureau
      * uitkeringen). Iedere cliënt één regel; bedragen in hele en
      * honderdste €. Een merkteken * betekent: maatregel toegepast.
      *
      * 920817 WZ  eerste versie
      * 970304 WZ  totaal per consulent op verzoek van mw. Oldenboom,
      *              coördinator uitkeringen, 020-0000214
      * 011119 WZ  euro
      * 150112 OB  normcode van de kostendelersnorm op de lijst
      *-----------------------------------------------------------------
       ENVIRONMENT DIVISION.
       CONFIGURATION SECTION.
       SPECIAL-NAMES.
           C01 IS NIEUW-BLAD
           DECIMAL-POINT IS COMMA.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT BETAAL-IN  ASSIGN TO UT-S-BETAAL.
           SELECT LIJST-UIT  ASSIGN TO UT-S-LIJST.
           SELECT SORT-WERK  ASSIGN TO UT-S-SORTWK1.
       DATA DIVISION.
       FILE SECTION.
       FD  BETAAL-IN
           LABEL RECORDS ARE STANDARD
           RECORDING MODE IS F
           BLOCK CONTAINS 0 RECORDS.
           COPY BYSBET REPLACING ==:X:== BY ==BT==.
       SD  SORT-WERK.
           COPY BYSBET REPLACING ==:X:== BY ==SR==.
       FD  LIJST-UIT
           LABEL RECORDS ARE OMITTED
           RECORDING MODE IS F.
       01  LIJST-REGEL                 PIC X(132).
       WORKING-STORAGE SECTION.
       77  WS-REGELS                   PIC S9(3)   COMP-3 VALUE +99.
       77  WS-MAX-REGELS               PIC S9(3)   COMP-3 VALUE +24.
       77  WS-BLAD                     PIC S9(5)   COMP-3 VALUE ZERO.
       77  WS-IN-SW                    PIC X       VALUE 'N'.
           88  EINDE-BETAAL                        VALUE 'J'.
       77  WS-SORT-SW                  PIC X       VALUE 'N'.
           88  EINDE-SORT                          VALUE 'J'.
       77  WS-EERSTE-SW                PIC X       VALUE 'J'.
           88  EERSTE-REGEL                        VALUE 'J'.
       77  WS-VORIGE-WIJK              PIC 99      VALUE ZERO.
       77  WS-VORIGE-CONSULENT         PIC X(3)    VALUE SPACES.
       77  WS-IX                       PIC S9(4)   COMP.
      *
       01  WS-DATUM                    PIC 9(6).
       01  WS-DATUM-R REDEFINES WS-DATUM.
           05  WS-DAT-JJ               PIC 99.
           05  WS-DAT-MM               PIC 99.
           05  WS-DAT-DD               PIC 99.
      *
       01  WS-TOTALEN                  COMP-3.
           05  WS-NIVEAU               OCCURS 3.
               10  WS-TOT-AANTAL       PIC S9(7).
               10  WS-TOT-NORM         PIC S9(9)V99.
               10  WS-TOT-INKOMST      PIC S9(9)V99.
               10  WS-TOT-VRIJLATING   PIC S9(9)V99.
               10  WS-TOT-STRAF        PIC S9(9)V99.
               10  WS-TOT-VAKANTIE     PIC S9(9)V99.
               10  WS-TOT-UITBETALEN   PIC S9(9)V99.
      *
       01  KOP-1.
           05  FILLER                  PIC X(40)
                   VALUE 'GEMEENTE MEERWIJK   SOCIALE ZAKEN'.
           05  FILLER                  PIC X(40)
                   VALUE 'BETAALLIJST BIJSTAND'.
           05  FILLER                  PIC X(9)    VALUE 'PERIODE '.
           05  K1-PERIODE              PIC 99/99.
           05  FILLER                  PIC X(4)    VALUE SPACES.
           05  FILLER                  PIC X(7)    VALUE 'DATUM'.
           05  K1-DD                   PIC 99.
           05  FILLER                  PIC X       VALUE '-'.
           05  K1-MM                   PIC 99.
           05  FILLER                  PIC X       VALUE '-'.
           05  K1-JJ                   PIC 99.
           05  FILLER                  PIC X(4)    VALUE SPACES.
           05  FILLER                  PIC X(5)    VALUE 'BLAD'.
           05  K1-BLAD                 PIC ZZZ9.
           05  K1-VERVOLG              PIC X(6)    VALUE SPACES.
       01  KOP-2.
           05  FILLER                  PIC X(44)
                   VALUE 'WK CON CLIENT  NAAM'.
           05  FILLER                  PIC X(40)
                   VALUE 'NC DG      NORM   INKOMSTEN  VRIJLATING'.
           05  FILLER                  PIC X(40)
                   VALUE '  MAATREGEL   VAK.TOESL     TE BETALEN'.
           05  FILLER                  PIC X(8)    VALUE SPACES.
       01  DETAIL-REGEL.
           05  DR-WIJK                 PIC Z9.
           05  FILLER                  PIC X       VALUE SPACE.
           05  DR-CONSULENT            PIC X(3).
           05  FILLER                  PIC X       VALUE SPACE.
           05  DR-CLIENTNR             PIC 9(7).
           05  FILLER                  PIC X       VALUE SPACE.
           05  DR-NAAM                 PIC X(28).
           05  FILLER                  PIC X       VALUE SPACE.
           05  DR-NORMCODE             PIC X(2).
           05  FILLER                  PIC X       VALUE SPACE.
           05  DR-DAGEN                PIC Z9.
           05  DR-NORM                 PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  DR-INKOMST              PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  DR-VRIJLATING           PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  DR-STRAF                PIC ZZZ.ZZ9,99.
           05  DR-MERK                 PIC X       VALUE SPACE.
           05  FILLER                  PIC X       VALUE SPACE.
           05  DR-VAKANTIE             PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(3)    VALUE SPACES.
           05  DR-UITBETALEN           PIC Z.ZZZ.ZZ9,99.
           05  FILLER                  PIC X(10)   VALUE SPACES.
       01  TOTAAL-REGEL.
           05  TR-TEKST                PIC X(33).
           05  TR-AANTAL               PIC Z.ZZ9.
           05  FILLER                  PIC X(11)   VALUE ' CLIENTEN'.
           05  TR-NORM                 PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  TR-INKOMST              PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  TR-VRIJLATING           PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  TR-STRAF                PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(2)    VALUE SPACES.
           05  TR-VAKANTIE             PIC ZZZ.ZZ9,99.
           05  FILLER                  PIC X(3)    VALUE SPACES.
           05  TR-UITBETALEN           PIC Z.ZZZ.ZZ9,99.
           05  FILLER                  PIC X(10)   VALUE SPACES.
       PROCEDURE DIVISION.
       0000-HOOFDLIJN.
           OPEN OUTPUT LIJST-UIT.
           PERFORM 0100-NUL THRU 0100-EXIT
               VARYING WS-IX FROM 1 BY 1 UNTIL WS-IX > 3.
           SORT SORT-WERK
               ON ASCENDING KEY SR-WIJK SR-CONSULENT SR-NAAM SR-CLIENTNR
               INPUT PROCEDURE IS 1000-INVOER THRU 1000-EXIT
               OUTPUT PROCEDURE IS 2000-UITVOER THRU 2000-EXIT.
           CLOSE LIJST-UIT.
           STOP RUN.
       0100-NUL.
           MOVE ZERO TO WS-TOT-AANTAL (WS-IX)
                        WS-TOT-NORM (WS-IX)
                        WS-TOT-INKOMST (WS-IX)
                        WS-TOT-VRIJLATING (WS-IX)
                        WS-TOT-STRAF (WS-IX)
                        WS-TOT-VAKANTIE (WS-IX)
                        WS-TOT-UITBETALEN (WS-IX).
       0100-EXIT.
           EXIT.
      *
       1000-INVOER.
           OPEN INPUT BETAAL-IN.
       1010-LEES.
           READ BETAAL-IN
               AT END
                   GO TO 1090-KLAAR.
           RELEASE SR-RECORD FROM BT-RECORD.
           GO TO 1010-LEES.
       1090-KLAAR.
           CLOSE BETAAL-IN.
       1000-EXIT.
           EXIT.
      *
       2000-UITVOER.
           PERFORM 2100-TERUG THRU 2100-EXIT.
           IF EINDE-SORT
               MOVE ZERO TO WS-DATUM K1-PERIODE
               PERFORM 4000-KOP THRU 4000-EXIT
               GO TO 2080-EIND-TOTAAL.
       2010-REGEL.
           IF EERSTE-REGEL
               MOVE 'N' TO WS-EERSTE-SW
               MOVE SR-VERWERKDAT TO WS-DATUM
               MOVE SR-PERIODE TO K1-PERIODE
               MOVE SR-WIJK TO WS-VORIGE-WIJK
               MOVE SR-CONSULENT TO WS-VORIGE-CONSULENT.
           IF SR-WIJK = WS-VORIGE-WIJK
              AND SR-CONSULENT = WS-VORIGE-CONSULENT
               NEXT SENTENCE
           ELSE
               PERFORM 3100-CONSULENT-TOTAAL THRU 3100-EXIT.
           IF SR-WIJK NOT = WS-VORIGE-WIJK
               PERFORM 3200-WIJK-TOTAAL THRU 3200-EXIT.
           MOVE SR-WIJK TO WS-VORIGE-WIJK.
           MOVE SR-CONSULENT TO WS-VORIGE-CONSULENT.
           PERFORM 3000-DETAIL THRU 3000-EXIT.
           PERFORM 2100-TERUG THRU 2100-EXIT.
           IF NOT EINDE-SORT
               GO TO 2010-REGEL.
           PERFORM 3100-CONSULENT-TOTAAL THRU 3100-EXIT.
           PERFORM 3200-WIJK-TOTAAL THRU 3200-EXIT.
       2080-EIND-TOTAAL.
           MOVE 'TOTAAL GEMEENTE' TO TR-TEKST.
           MOVE 3 TO WS-IX.
           PERFORM 3300-TOTAAL THRU 3300-EXIT.
       2000-EXIT.
           EXIT.
      *
       2100-TERUG.
           RETURN SORT-WERK
               AT END
                   MOVE 'J' TO WS-SORT-SW.
       2100-EXIT.
           EXIT.
      *
       3000-DETAIL.
           MOVE SR-WIJK       TO DR-WIJK.
           MOVE SR-CONSULENT  TO DR-CONSULENT.
           MOVE SR-CLIENTNR   TO DR-CLIENTNR.
           MOVE SPACES        TO DR-NAAM.
           STRING SR-NAAM  DELIMITED BY '  '
                  ', '     DELIMITED BY SIZE
                  SR-VOORL DELIMITED BY SPACE
               INTO DR-NAAM.
           MOVE SR-NORMCODE   TO DR-NORMCODE.
           MOVE SR-DAGEN      TO DR-DAGEN.
           MOVE SR-NORM       TO DR-NORM.
           MOVE SR-INKOMST    TO DR-INKOMST.
           MOVE SR-VRIJLATING TO DR-VRIJLATING.
           MOVE SR-STRAF      TO DR-STRAF.
           MOVE SR-VAKANTIE   TO DR-VAKANTIE.
           MOVE SR-UITBETALEN TO DR-UITBETALEN.
           MOVE SPACE TO DR-MERK.
           IF SR-STRAF > ZERO
               MOVE '*' TO DR-MERK.
           IF WS-REGELS > WS-MAX-REGELS
               PERFORM 4000-KOP THRU 4000-EXIT.
           WRITE LIJST-REGEL FROM DETAIL-REGEL
               AFTER ADVANCING 1 LINE.
           ADD 1 TO WS-REGELS.
           ADD 1             TO WS-TOT-AANTAL (1).
           ADD SR-NORM       TO WS-TOT-NORM (1).
           ADD SR-INKOMST    TO WS-TOT-INKOMST (1).
           ADD SR-VRIJLATING TO WS-TOT-VRIJLATING (1).
           ADD SR-STRAF      TO WS-TOT-STRAF (1).
           ADD SR-VAKANTIE   TO WS-TOT-VAKANTIE (1).
           ADD SR-UITBETALEN TO WS-TOT-UITBETALEN (1).
       3000-EXIT.
           EXIT.
      *
       3100-CONSULENT-TOTAAL.
           MOVE SPACES TO TR-TEKST.
           STRING '  TOTAAL CONSULENT ' WS-VORIGE-CONSULENT
               DELIMITED BY SIZE INTO TR-TEKST.
           MOVE 1 TO WS-IX.
           PERFORM 3300-TOTAAL THRU 3300-EXIT.
       3100-EXIT.
           EXIT.
       3200-WIJK-TOTAAL.
           MOVE SPACES TO TR-TEKST.
           STRING ' TOTAAL WIJK ' WS-VORIGE-WIJK
               DELIMITED BY SIZE INTO TR-TEKST.
           MOVE 2 TO WS-IX.
           PERFORM 3300-TOTAAL THRU 3300-EXIT.
       3200-EXIT.
           EXIT.
      *
      * DRUKT EEN TOTAALREGEL AF EN TELT DOOR NAAR HET HOGERE NIVEAU
       3300-TOTAAL.
           MOVE WS-TOT-AANTAL (WS-IX)     TO TR-AANTAL.
           MOVE WS-TOT-NORM (WS-IX)       TO TR-NORM.
           MOVE WS-TOT-INKOMST (WS-IX)    TO TR-INKOMST.
           MOVE WS-TOT-VRIJLATING (WS-IX) TO TR-VRIJLATING.
           MOVE WS-TOT-STRAF (WS-IX)      TO TR-STRAF.
           MOVE WS-TOT-VAKANTIE (WS-IX)   TO TR-VAKANTIE.
           MOVE WS-TOT-UITBETALEN (WS-IX) TO TR-UITBETALEN.
           WRITE LIJST-REGEL FROM TOTAAL-REGEL
               AFTER ADVANCING 1 LINE.
           ADD 1 TO WS-REGELS.
           IF WS-IX > 2
               GO TO 3300-EXIT.
           ADD WS-TOT-AANTAL (WS-IX) TO WS-TOT-AANTAL (WS-IX + 1).
           ADD WS-TOT-NORM (WS-IX)   TO WS-TOT-NORM (WS-IX + 1).
           ADD WS-TOT-INKOMST (WS-IX)
                                     TO WS-TOT-INKOMST (WS-IX + 1).
           ADD WS-TOT-VRIJLATING (WS-IX)
                                     TO WS-TOT-VRIJLATING (WS-IX + 1).
           ADD WS-TOT-STRAF (WS-IX)  TO WS-TOT-STRAF (WS-IX + 1).
           ADD WS-TOT-VAKANTIE (WS-IX)
                                     TO WS-TOT-VAKANTIE (WS-IX + 1).
           ADD WS-TOT-UITBETALEN (WS-IX)
                                     TO WS-TOT-UITBETALEN (WS-IX + 1).
           PERFORM 0100-NUL THRU 0100-EXIT.
       3300-EXIT.
           EXIT.
      *
      * HET EERSTE BLAD KRIJGT GEEN VERVOLGAANDUIDING
       4000-KOP.
           GO TO 4010-EERSTE-BLAD.
       4010-EERSTE-BLAD.
           MOVE WS-DAT-DD TO K1-DD.
           MOVE WS-DAT-MM TO K1-MM.
           MOVE WS-DAT-JJ TO K1-JJ.
           ALTER 4000-KOP TO PROCEED TO 4020-VOLGEND-BLAD.
           GO TO 4030-AFDRUKKEN.
       4020-VOLGEND-BLAD.
           MOVE 'VERV.' TO K1-VERVOLG.
       4030-AFDRUKKEN.
           ADD 1 TO WS-BLAD.
           MOVE WS-BLAD TO K1-BLAD.
           WRITE LIJST-REGEL FROM KOP-1 AFTER ADVANCING NIEUW-BLAD.
           WRITE LIJST-REGEL FROM KOP-2 AFTER ADVANCING 2 LINES.
           MOVE SPACES TO LIJST-REGEL.
           WRITE LIJST-REGEL AFTER ADVANCING 1 LINE.
           MOVE 4 TO WS-REGELS.
       4000-EXIT.
           EXIT.
