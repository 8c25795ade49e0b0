import dev.fanlight.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the manual pages of a program and its completion for bash, from the same model that parses its command line:
 * {@code CommandDocs CLASS VERSION DATE FOLDER} makes {@code FOLDER/man1/*.1}, a page for each command, and {@code FOLDER/completion}.
 */
public final class CommandDocs {

    private final String version;
    private final String date;
    private final Path folder;

    private CommandDocs(String version, String date, Path folder) {
        this.version = version;
        this.date = date;
        this.folder = folder;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        CommandLine program =
                Cli.of(Class.forName(args[0]).getDeclaredConstructor().newInstance());
        Path folder = Path.of(args[3]);
        Files.createDirectories(folder.resolve("man1"));
        new CommandDocs(args[1], args[2], folder).pages(program);
        Files.writeString(folder.resolve("completion"), completion(program));
    }

    /** Without the first line of a program: bash-completion reads it into a shell that runs. */
    private static String completion(CommandLine program) {
        return AutoComplete.bash(program.getCommandName(), program)
                .lines()
                .filter(line -> !line.startsWith("#!"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void pages(CommandLine command) throws IOException {
        String name = command.getCommandSpec().qualifiedName("-");
        Files.writeString(folder.resolve("man1").resolve(name + ".1"), page(command));
        for (CommandLine inner : subcommands(command)) {
            pages(inner);
        }
    }

    private static List<CommandLine> subcommands(CommandLine command) {
        return command.getSubcommands().values().stream()
                .distinct()
                .filter(inner -> !inner.getCommandSpec().usageMessage().hidden())
                .toList();
    }

    private String page(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String name = spec.qualifiedName("-");
        String about = String.join(" ", lines(spec.usageMessage().description()));
        StringBuilder page = new StringBuilder();
        page.append(".TH \"").append(name.toUpperCase(java.util.Locale.ROOT)).append("\" 1 \"").append(date)
                .append("\" \"Fanlight ").append(version).append("\" \"Fanlight\"\n.nh\n.ad l\n");
        page.append(".SH NAME\n").append(text(name)).append(" \\- ").append(text(firstSentence(about))).append('\n');
        page.append(".SH SYNOPSIS\n").append(text(synopsis(command))).append('\n');
        page.append(".SH DESCRIPTION\n").append(text(about)).append('\n');
        arguments(spec, page);
        commands(command, page);
        exitCodes(command, page);
        page.append(".SH SEE ALSO\n").append(seeAlso(command)).append('\n');
        return page.toString();
    }

    private static String synopsis(CommandLine command) {
        return command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    }

    private static void arguments(CommandSpec spec, StringBuilder page) {
        List<PositionalParamSpec> positional = spec.positionalParameters().stream().filter(arg -> !arg.hidden()).toList();
        if (!positional.isEmpty()) {
            page.append(".SH ARGUMENTS\n");
            positional.forEach(arg -> entry(page, arg.paramLabel(), arg));
        }
        List<OptionSpec> options = spec.options().stream().filter(arg -> !arg.hidden()).toList();
        if (!options.isEmpty()) {
            page.append(".SH OPTIONS\n");
            options.forEach(option -> entry(page, names(option), option));
        }
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    }

    private static void entry(StringBuilder page, String title, ArgSpec arg) {
        page.append(".TP\n\\fB").append(text(title)).append("\\fR\n")
                .append(text(String.join(" ", lines(arg.description())))).append('\n');
    }

    private static void commands(CommandLine command, StringBuilder page) {
        List<CommandLine> inner = subcommands(command);
        if (inner.isEmpty()) {
            return;
        }
        page.append(".SH COMMANDS\n");
        inner.forEach(each -> page.append(".TP\n\\fB")
                .append(text(each.getCommandSpec().qualifiedName("-"))).append("\\fR(1)\n")
                .append(text(String.join(" ", lines(each.getCommandSpec().usageMessage().description())))).append('\n'));
    }

    private static void exitCodes(CommandLine command, StringBuilder page) {
        Map<String, String> codes = command.getCommandSpec().root().usageMessage().exitCodeList();
        if (codes.isEmpty()) {
            return;
        }
        page.append(".SH EXIT STATUS\n");
        codes.forEach((code, meaning) ->
                page.append(".TP\n\\fB").append(text(code)).append("\\fR\n").append(text(meaning)).append('\n'));
    }

    private static String seeAlso(CommandLine command) {
        CommandLine parent = command.getParent();
        return parent == null
                ? "The documentation in /usr/share/doc/" + text(command.getCommandName())
                : "\\fB" + text(parent.getCommandSpec().qualifiedName("-")) + "\\fR(1)";
    }

    private static List<String> lines(String... description) {
        return Arrays.stream(description)
                .map(line -> Ansi.OFF.string(String.format(line)))
                .toList();
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** As roff: no line begins a request, and a hyphen stays one. */
    private static String text(String plain) {
        String escaped = plain.replace("\\", "\\e").replace("-", "\\-").replace("’", "\\(cq");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
