package dev.fanlight.agent.source;

/** A source cannot give pictures. The message is a sentence for people that says what to do where something can be done. */
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
