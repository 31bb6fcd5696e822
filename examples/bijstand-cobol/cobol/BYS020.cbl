       IDENTIFICATION DIVISION.
       PROGRAM-ID.    BYS020.
       AUTHOR.        H. RUYGENBOSCH.
      *-----------------------------------------------------------------
      * BIJSTAND - BEREKENING VAN DE UITKERING VAN EEN CLIENT
      *
      * WORDT AANGEROEPEN DOOR BYS010. VULT CALC-UITVOER.
      * CALC-FOUTCODE:  21  VERMOGEN BOVEN DE GRENS
      *                 22  JONGER DAN 18 JAAR
      *                 23  LEEFVORM ONBEKEND
      *                 24  GEEN NORMBEDRAG BIJ NORMCODE
      *                 25  MAATREGELPERCENTAGE BOVEN 100
      *
      * 910520 HR  EERSTE VERSIE
      * 981103 HR  EEUWVENSTER
      * 011119 WZ  EURO
      * 040105 WZ  MAATREGEL IN PLAATS VAN BOETE
      * 150112 OB  KOSTENDELERSNORM, AOW-LEEFTIJD 65 JAAR EN 3 MAANDEN
      * CONTROLEGEVAL 150112: BSN 999946742, GEBOREN 17-09-1972, NORM K3
      *-----------------------------------------------------------------
       ENVIRONMENT DIVISION.
       CONFIGURATION SECTION.
       SPECIAL-NAMES.
           DECIMAL-POINT IS COMMA.
       DATA DIVISION.
       WORKING-STORAGE SECTION.
       77  WS-IX                       PIC S9(4)   COMP.
       77  WS-LV-IX                    PIC 9       VALUE ZERO.
       77  WS-KLASSE                   PIC X.
       77  WS-GEB-EEJJ                 PIC 9(4).
       77  WS-GEB-MM                   PIC 99.
       77  WS-MAANDEN                  PIC S9(5)   COMP-3.
       77  WS-AOW-MAANDEN              PIC S9(5)   COMP-3 VALUE +783.
       77  WS-PERSONEN                 PIC 99.
       77  WS-MND-DAGEN                PIC 99.
       77  WS-VRIJ                     PIC S9(5)V99 COMP-3 VALUE ZERO.
       77  WS-SALDO                    PIC S9(7)V99 COMP-3.
       77  WS-NA-STRAF                 PIC S9(7)V99 COMP-3.
       77  WS-GRENS                    PIC S9(7)V99 COMP-3.
       77  WS-VAKANTIE-PCT             PIC SV99    COMP-3 VALUE +,05.
       77  WS-VRIJ-PCT                 PIC SV99    COMP-3 VALUE +,25.
       01  WS-NORM-CODE.
           05  WS-NORM-LV              PIC X.
           05  WS-NORM-KL              PIC X.
           COPY BYSDATW.
       LINKAGE SECTION.
           COPY BYSCALC.
       PROCEDURE DIVISION USING CALC-GEBIED NORM-GEBIED.
       0000-BEREKEN.
           MOVE ZERO TO CALC-FOUTCODE CALC-DAGEN.
           MOVE SPACES TO CALC-NORMCODE.
           MOVE ZERO TO CALC-NORM CALC-INKOMST CALC-VRIJLATING
                        CALC-STRAF CALC-VAKANTIE CALC-UITBETALEN.
           PERFORM 2000-LEEFTIJD THRU 2000-EXIT.
           IF CALC-FOUTCODE NOT = ZERO
               GO TO 0000-EINDE.
           PERFORM 3000-NORM THRU 3000-EXIT.
           IF CALC-FOUTCODE NOT = ZERO
               GO TO 0000-EINDE.
           PERFORM 4000-VERMOGEN THRU 4000-EXIT.
           IF CALC-FOUTCODE NOT = ZERO
               GO TO 0000-EINDE.
           PERFORM 4500-DAGEN THRU 4500-EXIT.
           PERFORM 5000-INKOMSTEN THRU 5000-EXIT.
           PERFORM 6000-SALDO THRU 6000-EXIT.
       0000-EINDE.
           GOBACK.
      *
      * LEEFTIJD IN MAANDEN OP DE EERSTE VAN DE PERIODE
       2000-LEEFTIJD.
           MOVE CALC-GEBDAT TO DAT-JJMMDD.
           MOVE CALC-PER-JJ TO DAT-GRENS-JJ.
           PERFORM D100-EEUW THRU D100-EXIT.
           MOVE DAT-EEJJ TO WS-GEB-EEJJ.
           MOVE DAT-MM TO WS-GEB-MM.
           MOVE CALC-PER-JJ TO DAT-JJ.
           MOVE CALC-PER-MM TO DAT-MM.
           MOVE 1 TO DAT-DD.
           MOVE 50 TO DAT-GRENS-JJ.
           PERFORM D200-CONTROLE THRU D200-EXIT.
           MOVE DAT-MAX-DAG TO WS-MND-DAGEN.
           COMPUTE WS-MAANDEN = (DAT-EEJJ - WS-GEB-EEJJ) * 12
                              + CALC-PER-MM - WS-GEB-MM.
           IF WS-MAANDEN < 216
               MOVE 22 TO CALC-FOUTCODE
               GO TO 2000-EXIT.
           IF WS-MAANDEN < 252
               MOVE '1' TO WS-KLASSE
           ELSE
               IF WS-MAANDEN < WS-AOW-MAANDEN
                   MOVE '2' TO WS-KLASSE
               ELSE
                   MOVE '3' TO WS-KLASSE.
       2000-EXIT.
           EXIT.
      *
       3000-NORM.
           MOVE ZERO TO WS-LV-IX.
           IF CALC-LEEFVORM = 'A' MOVE 1 TO WS-LV-IX.
           IF CALC-LEEFVORM = 'O' MOVE 2 TO WS-LV-IX.
           IF CALC-LEEFVORM = 'G' MOVE 3 TO WS-LV-IX.
           GO TO 3100-ALLEEN
                 3200-OUDER
                 3300-GEHUWD
               DEPENDING ON WS-LV-IX.
           MOVE 23 TO CALC-FOUTCODE.
           GO TO 3000-EXIT.
       3100-ALLEEN.
           MOVE 'A' TO WS-NORM-LV.
           GO TO 3400-KLASSE.
       3200-OUDER.
           MOVE 'O' TO WS-NORM-LV.
           GO TO 3400-KLASSE.
       3300-GEHUWD.
           MOVE 'G' TO WS-NORM-LV.
       3400-KLASSE.
           MOVE WS-KLASSE TO WS-NORM-KL.
           IF CALC-WOONSIT = 'I'
               MOVE 'I' TO WS-NORM-KL.
           IF CALC-WOONSIT = 'D' AND WS-KLASSE NOT = '1'
               PERFORM 3600-KOSTENDELER THRU 3600-EXIT
               GO TO 3000-EXIT.
           PERFORM 3500-ZOEK-NORM THRU 3500-EXIT.
           MOVE WS-NORM-CODE TO CALC-NORMCODE.
       3000-EXIT.
           EXIT.
      *
       3500-ZOEK-NORM.
           SET NORM-INX TO 1.
           SEARCH NORM-REGEL
               AT END
                   MOVE 24 TO CALC-FOUTCODE
               WHEN NORM-INX > NORM-AANTAL
                   MOVE 24 TO CALC-FOUTCODE
               WHEN NORM-CODE (NORM-INX) = WS-NORM-CODE
                   MOVE NORM-BEDRAG (NORM-INX) TO CALC-NORM.
       3500-EXIT.
           EXIT.
      *
      * KOSTENDELERSNORM: (40 % + A * 30 %) / A VAN DE GEHUWDENNORM
       3600-KOSTENDELER.
           COMPUTE WS-PERSONEN = CALC-MEDEBEW + 1.
           IF CALC-LEEFVORM = 'G'
               ADD 1 TO WS-PERSONEN.
           MOVE 'G2' TO WS-NORM-CODE.
           PERFORM 3500-ZOEK-NORM THRU 3500-EXIT.
           COMPUTE CALC-NORM ROUNDED =
               CALC-NORM * (0,40 + WS-PERSONEN * 0,30) / WS-PERSONEN.
           IF CALC-LEEFVORM = 'G'
               COMPUTE CALC-NORM = CALC-NORM * 2.
           MOVE 'K' TO WS-NORM-LV.
           IF WS-PERSONEN > 9
               MOVE '+' TO WS-NORM-KL
           ELSE
               MOVE WS-PERSONEN TO WS-LV-IX
               MOVE WS-LV-IX TO WS-NORM-KL.
           MOVE WS-NORM-CODE TO CALC-NORMCODE.
       3600-EXIT.
           EXIT.
      *
       4000-VERMOGEN.
           IF CALC-LEEFVORM = 'A'
               MOVE NORM-VERMOGEN-ALLEEN TO WS-GRENS
           ELSE
               MOVE NORM-VERMOGEN-GEZIN TO WS-GRENS.
           IF CALC-VERMOGEN > WS-GRENS
               MOVE 21 TO CALC-FOUTCODE.
       4000-EXIT.
           EXIT.
      *
      * NAAR RATO BIJ INGANG OF EINDE IN DE LOOP VAN DE MAAND
       4500-DAGEN.
           MOVE WS-MND-DAGEN TO CALC-DAGEN.
           IF CALC-ING-JJMM = CALC-PERIODE
               SUBTRACT CALC-ING-DD FROM CALC-DAGEN
               ADD 1 TO CALC-DAGEN.
           IF CALC-EIN-JJMM = CALC-PERIODE
               COMPUTE CALC-DAGEN =
                   CALC-DAGEN - (WS-MND-DAGEN - CALC-EIN-DD).
           IF CALC-DAGEN < WS-MND-DAGEN
               COMPUTE CALC-NORM ROUNDED =
                   CALC-NORM * CALC-DAGEN / WS-MND-DAGEN.
       4500-EXIT.
           EXIT.
      *
       5000-INKOMSTEN.
           PERFORM 5100-INKOMST-REGEL THRU 5100-EXIT
               VARYING WS-IX FROM 1 BY 1
               UNTIL WS-IX > CALC-AANT-INK.
           IF CALC-VRIJLATING > NORM-VRIJLATING-MAX
               MOVE NORM-VRIJLATING-MAX TO CALC-VRIJLATING.
       5000-EXIT.
           EXIT.
      *
      * ALIMENTATIE EN UITKERING WORDEN NOOIT VRIJGELATEN
       5100-INKOMST-REGEL.
           ADD CALC-INK-BEDRAG (WS-IX) TO CALC-INKOMST.
           IF CALC-INK-VRIJ (WS-IX) = 'J'
               IF CALC-INK-SOORT (WS-IX) = 'A' OR 'U'
                   NEXT SENTENCE
               ELSE
                   COMPUTE WS-VRIJ ROUNDED =
                       CALC-INK-BEDRAG (WS-IX) * WS-VRIJ-PCT
                   IF WS-VRIJ > NORM-VRIJLATING-MAX
                       MOVE NORM-VRIJLATING-MAX TO WS-VRIJ
                   END-IF
               END-IF
               ADD WS-VRIJ TO CALC-VRIJLATING
           END-IF.
       5100-EXIT.
           EXIT.
      *
       6000-SALDO.
           COMPUTE WS-SALDO =
               CALC-NORM - CALC-INKOMST + CALC-VRIJLATING.
           IF WS-SALDO < ZERO
               MOVE ZERO TO WS-SALDO.
           IF CALC-MAATREGEL > ZERO
               IF CALC-MAATREGEL > 100
                   MOVE 25 TO CALC-FOUTCODE
                   GO TO 6000-EXIT
               ELSE
                   NEXT SENTENCE
           ELSE
               GO TO 6000-VERDELEN.
           COMPUTE CALC-STRAF ROUNDED = WS-SALDO * CALC-MAATREGEL / 100.
       6000-VERDELEN.
           SUBTRACT CALC-STRAF FROM WS-SALDO GIVING WS-NA-STRAF.
           COMPUTE CALC-VAKANTIE ROUNDED =
               WS-NA-STRAF * WS-VAKANTIE-PCT.
           SUBTRACT CALC-VAKANTIE FROM WS-NA-STRAF
               GIVING CALC-UITBETALEN.
       6000-EXIT.
           EXIT.
      *
           COPY BYSDATP.
