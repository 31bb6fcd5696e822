CREATE OR REPLACE PROCEDURE tel_op (p_aantal IN NUMBER) IS
  l_teller NUMBER := 0;
BEGIN
  <<opnieuw>>
  l_teller := l_teller + 1;
  IF l_teller < p_aantal THEN
    -- ruleid: SQL01
    GOTO opnieuw;
  END IF;
  -- ok: SQL01
  WHILE l_teller > 0 LOOP
    l_teller := l_teller - 1;
  END LOOP;
END tel_op;
/
