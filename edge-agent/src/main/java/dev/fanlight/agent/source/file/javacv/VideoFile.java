package dev.fanlight.agent.source.file.javacv;

import java.nio.file.Path;

/**
 * One state of a file. Immutable.
 *
 * @param path where it is
 * @param bytes its length
 * @param modifiedMillis when it was changed, 0 when unknown
 */
record VideoFile(Path path, long bytes, long modifiedMillis) {

    static VideoFile of(Path path) {
        return new VideoFile(path, path.toFile().length(), path.toFile().lastModified());
    }
}
