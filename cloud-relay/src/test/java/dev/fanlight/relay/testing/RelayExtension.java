package dev.fanlight.relay.testing;

import dev.fanlight.relay.config.RelayTimeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Fills fields annotated with {@link WithRelay}. */
final class RelayExtension implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RelayExtension.class);

    /** A relay and where its state is. */
    private record Running(TestRelay relay, Path folder) {

        static Running start(WithRelay wanted) throws IOException {
            Path folder = Files.createTempDirectory("fanlight-relay-");
            return new Running(
                    TestRelay.start(
                            folder.resolve("state"),
                            wanted.loops(),
                            wanted.shortTimeouts() ? TestTimeouts.SHORT : RelayTimeouts.STANDARD),
                    folder);
        }

        void stop() throws IOException {
            relay.close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(Running::delete);
            }
        }

        private static void delete(Path path) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, IllegalAccessException {
        for (Field field : fields(context)) {
            Running running = Running.start(field.getAnnotation(WithRelay.class));
            context.getStore(NAMESPACE).put(field, running);
            field.setAccessible(true);
            field.set(context.getRequiredTestInstance(), running.relay());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Field field : fields(context)) {
            Running running = context.getStore(NAMESPACE).remove(field, Running.class);
            if (running != null) {
                running.stop();
            }
        }
    }

    private static List<Field> fields(ExtensionContext context) {
        return AnnotationSupport.findAnnotatedFields(context.getRequiredTestClass(), WithRelay.class);
    }
}
