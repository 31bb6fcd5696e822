      *-----------------------------------------------------------------
      * BYSDATP  DATUMROUTINES, ACHTERAAN DE PROCEDURE DIVISION OPNEMEN
      *
      *   D100-EEUW      DAT-JJ > DAT-GRENS-JJ  GEEFT 19JJ, ANDERS 20JJ
      *   D200-CONTROLE  ZET DAT-GOED-SW, VULT OOK DAT-MAX-DAG
      *-----------------------------------------------------------------
       D100-EEUW.
           IF DAT-JJ > DAT-GRENS-JJ
               COMPUTE DAT-EEJJ = 1900 + DAT-JJ
           ELSE
               COMPUTE DAT-EEJJ = 2000 + DAT-JJ.
       D100-EXIT.
           EXIT.
      *
       D200-CONTROLE.
           MOVE 'J' TO DAT-GOED-SW.
           IF DAT-JJMMDD NOT NUMERIC
               MOVE 'N' TO DAT-GOED-SW
               GO TO D200-EXIT.
           IF DAT-MM > ZERO AND DAT-MM < 13
               NEXT SENTENCE
           ELSE
               MOVE 'N' TO DAT-GOED-SW
               GO TO D200-EXIT.
           PERFORM D100-EEUW THRU D100-EXIT.
           MOVE DAT-MND-DAGEN (DAT-MM) TO DAT-MAX-DAG.
           DIVIDE DAT-EEJJ BY 4 GIVING DAT-QUOT REMAINDER DAT-REST.
           IF DAT-MM = 2
               IF DAT-REST = ZERO
                   MOVE 29 TO DAT-MAX-DAG.
           IF DAT-DD = ZERO OR DAT-DD > DAT-MAX-DAG
               MOVE 'N' TO DAT-GOED-SW.
       D200-EXIT.
           EXIT.
