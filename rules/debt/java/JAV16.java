class Batch {
    void run(Step step, Log log) throws StepException {
        try {
            step.first();
        // ruleid: JAV16
        } catch (Exception e) {
            log.error("first", e);
        }
        try {
            step.second();
        // ruleid: JAV16
        } catch (Throwable t) {
            // goes on with the next one
        }
        try {
            step.third();
        // ok: JAV16
        } catch (Exception e) {
            throw new StepException(e);
        }
        try {
            step.fourth();
        // ok: JAV16
        } catch (StepException e) {
            log.error("fourth", e);
        }
        try {
            step.undo();
        // ok: JAV16
        } catch (Exception ignored) {
            // there was nothing to undo
        }
        try {
            step.fifth();
        // ok: JAV16
        } catch (Exception e) {
        }
    }
}
