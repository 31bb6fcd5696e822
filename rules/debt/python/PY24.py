# ruleid: PY24
def pay(dossiers):
    for dossier in dossiers:
        if dossier.open:
            for payment in dossier.payments:
                if payment.due:
                    payment.send()


# ok: PY24
def stop(dossiers):
    for dossier in dossiers:
        if dossier.open:
            for payment in dossier.payments:
                payment.stop()
        elif dossier.suspended:
            dossier.close()
