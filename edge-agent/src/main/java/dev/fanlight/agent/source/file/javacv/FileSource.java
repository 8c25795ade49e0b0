package dev.fanlight.agent.source.file.javacv;

import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;

/** A file that is passed through as long as that is possible, and is decoded from there on. One thread. */
final class FileSource implements FrameSource {

    /** Opens what follows when a file cannot be passed through any more. */
    interface Continuation {

        FrameSource after(PassedFileSource.End end) throws SourceException;
    }

    private final PassedFileSource passed;
    private final Continuation continuation;
    private final String name;
    private FrameSource now;

    FileSource(PassedFileSource passed, Continuation continuation, String name) {
        this.passed = passed;
        this.continuation = continuation;
        this.name = name;
        this.now = passed;
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        now.next(output);
        if (passed.end().isPresent() && now.equals(passed)) {
            PassedFileSource.End end = passed.end().get();
            now = continuation.after(end);
            passed.close();
            output.notice(name + " " + end.why() + ": it is encoded here from now on.");
        }
    }

    @Override
    public void restart() {
        now.restart();
    }

    @Override
    public String describe() {
        return now.describe();
    }

    @Override
    public void close() {
        now.close();
    }
}
