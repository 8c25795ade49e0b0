package dev.fanlight.relay.cli.option;

import dev.fanlight.relay.cli.terminal.Table;
import dev.fanlight.relay.cli.terminal.Terminal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of all commands that use the API of the running relay. Filled by picocli. */
public final class ApiOptions {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text, or json: the response of the API, if it has a body. Default: text")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private StateOptions state = new StateOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    public RelayApi api() {
        Logs.setUp(state.isVerbose());
        return RelayApi.of(state.folder());
    }

    /** Prints a response. */
    public void print(JsonObject answer, BiConsumer<Terminal, JsonObject> text) {
        if (format == OutputFormat.JSON) {
            terminal().json(answer.encode());
        } else {
            text.accept(terminal(), answer);
        }
    }

    /** Prints a list: as a table, or as a sentence if it is empty. */
    public void print(List<JsonObject> answer, String nothing, BiConsumer<Table, JsonObject> row, String... headings) {
        if (format == OutputFormat.JSON) {
            terminal().json(new JsonArray(answer).encode());
        } else if (answer.isEmpty()) {
            terminal().line(nothing);
        } else {
            Table table = new Table(headings);
            answer.forEach(item -> row.accept(table, item));
            table.print(terminal());
        }
    }

    /** Confirms an action whose response has no body. */
    public void done(String sentence) {
        if (format == OutputFormat.TEXT) {
            terminal().line("✓ " + sentence);
        }
    }

    private Terminal terminal() {
        return Terminal.of(spec);
    }
}
