package dev.fanlight.agent.source;

/** A source cannot deliver. The message is a sentence for people, with the remedy where there is one. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final SourceProblem problem;

    /** Creates one. */
    public SourceException(SourceProblem problem, String sentence) {
        super(sentence);
        this.problem = problem;
    }

    /** Why. */
    public SourceProblem problem() {
        return problem;
    }
}
