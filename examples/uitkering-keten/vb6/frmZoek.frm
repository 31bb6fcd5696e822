VERSION 5.00
Begin VB.Form frmZoek
   Caption         =   "Uitkering zoeken"
   Begin VB.CommandButton cmdZoek
      Caption         =   "Zoek"
   End
End
Attribute VB_Name = "frmZoek"
Option Explicit

Private Sub cmdZoek_Click()
    MsgBox modKeten.Bedrag(1)
End Sub
