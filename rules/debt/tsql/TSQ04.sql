CREATE PROCEDURE dbo.Verwerk @Nummer int AS
BEGIN
  UPDATE dbo.Boeking SET Status = 'V' WHERE Nummer = @Nummer;
  IF @@ERROR <> 0
    -- ruleid: TSQ04
    GOTO Fout
  -- ok: TSQ04
  RETURN 0
Fout:
  RETURN 1
END
GO
