CREATE PROCEDURE dbo.Boek @Nummer int AS
BEGIN TRY
  UPDATE dbo.Boeking SET Status = 'G' WHERE Nummer = @Nummer;
END TRY
-- ruleid: TSQ02
BEGIN CATCH
END CATCH;
BEGIN TRY
  DELETE FROM dbo.Wachtrij WHERE Nummer = @Nummer;
END TRY
-- ok: TSQ02
BEGIN CATCH
  THROW;
END CATCH
GO
