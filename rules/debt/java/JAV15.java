class Job {
    void run(java.io.PrintWriter log) {
        try {
            work();
        } catch (IllegalStateException e) {
            // ruleid: JAV15
            e.printStackTrace();
        } catch (IllegalArgumentException e) {
            // ok: JAV15
            e.printStackTrace(log);
        }
    }

    // ok: JAV15
    void printStackTrace() {
        work();
    }
}
