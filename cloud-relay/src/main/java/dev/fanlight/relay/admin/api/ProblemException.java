package dev.fanlight.relay.admin.api;

/** A request cannot be answered as asked. Stackless: it is the caller’s trouble, not the relay’s. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    ProblemException(Problem.Code code) {
        this(Problem.of(code));
    }

    Problem problem() {
        return problem;
    }
}
