package dev.fanlight.relay.cli.camera;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cli.option.CameraNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The camera argument. Filled by picocli. */
public final class CameraArgument {

    @Parameters(paramLabel = "NAME", description = "Name of the camera.", converter = CameraNames.class)
    private @Nullable CameraName camera;

    public CameraName name() {
        return Objects.requireNonNull(camera);
    }
}
