package dev.fanlight.agent.cli;

import dev.fanlight.agent.config.ProgramFolders;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.camera.CameraDevice;
import dev.fanlight.agent.source.camera.CameraList;
import dev.fanlight.agent.source.camera.V4l2Ctl;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.protocol.codec.json.JsonText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fanlight-agent cameras}. */
@Command(
        name = "cameras",
        description = "List the cameras of this computer, or on the network.",
        mixinStandardHelpOptions = true)
final class CamerasCommand implements Callable<Integer> {

    private static final CameraDevice TEST = new CameraDevice("built-in test pattern", Path.of("test"));

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "Format of the list.")
    private OutputForm form = OutputForm.TEXT;

    @Option(
            names = "--onvif",
            description = "List the ONVIF cameras on the network instead, with their RTSP addresses.")
    private boolean onvif;

    @Option(
            names = "--formats",
            description = "List what each camera of this computer delivers, how that is used, and its controls.")
    private boolean formats;

    @Option(
            names = "--address",
            paramLabel = "HOST[:PORT]",
            description = "Ask this ONVIF camera, where no search reaches it; may be repeated.")
    private List<String> addresses = new ArrayList<>();

    @Mixin
    private CameraLoginOptions login = new CameraLoginOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return onvif || !addresses.isEmpty() ? onNetwork() : onThisComputer();
    }

    private int onNetwork() throws InterruptedException {
        List<OnvifCamera> cameras =
                new OnvifSearch(OnvifNetwork.system(), login.login(System.getenv())).find(addresses);
        PrintWriter out = spec.commandLine().getOut();
        if (form == OutputForm.JSON) {
            out.println(OnvifList.json(cameras));
            out.flush();
        } else {
            OnvifList.print(cameras, out);
        }
        if (cameras.isEmpty()) {
            throw new UserException(
                    ExitCode.CAMERA,
                    "No ONVIF camera has answered. Many have ONVIF switched off in their own settings, and some"
                            + " networks pass no multicast on: --address HOST asks one camera.");
        }
        if (cameras.stream().allMatch(camera -> camera.problem().isPresent())) {
            throw CameraLoginOptions.failed(cameras.get(0).problem().orElseThrow());
        }
        return ExitCode.OK;
    }

    private int onThisComputer() throws InterruptedException {
        List<CameraDevice> cameras = new CameraList(Path.of("/")).find();
        PrintWriter out = spec.commandLine().getOut();
        List<CameraDevice> all =
                Stream.concat(cameras.stream(), Stream.of(TEST)).toList();
        if (formats) {
            printFormats(cameras, out);
        } else if (form == OutputForm.JSON) {
            out.println(json(all));
        } else {
            all.forEach(camera -> out.printf("%-32s %s%n", camera.name(), camera.path()));
        }
        out.flush();
        if (cameras.isEmpty()) {
            throw new UserException(
                    ExitCode.CAMERA,
                    "No camera found. Is the CSI cable seated? Does lsusb list the USB camera? Without one, the source"
                            + " \"test\" is a test pattern: fanlight-agent run --source test, once this computer has"
                            + " joined a relay.");
        }
        return ExitCode.OK;
    }

    private void printFormats(List<CameraDevice> cameras, PrintWriter out) throws InterruptedException {
        V4l2Ctl program = new V4l2Ctl(ProgramFolders.of(System.getenv()));
        List<FormatList.Entry> entries = new ArrayList<>();
        for (CameraDevice camera : cameras) {
            entries.add(entry(camera, program));
        }
        if (form == OutputForm.JSON) {
            out.println(FormatList.json(entries));
        } else {
            FormatList.print(entries, out);
        }
    }

    private static FormatList.Entry entry(CameraDevice camera, V4l2Ctl program) throws InterruptedException {
        try {
            return new FormatList.Entry(
                    camera, program.formats(camera.path()), program.controls(camera.path()), Optional.empty());
        } catch (SourceException e) {
            return new FormatList.Entry(camera, List.of(), List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private static String json(List<CameraDevice> cameras) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (CameraDevice camera : cameras) {
                json.writeStartObject();
                json.writeStringField("name", camera.name());
                json.writeStringField("source", camera.path().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
