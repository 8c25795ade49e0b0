"""One table of all runs, with ratios to a baseline of the same repeat: the floor, or the first server when there is none."""

from statistics import mean


def _head(baseline):
    return (
        "viewers",
        "server",
        "runs",
        "fps",
        "core",
        "CPU s/GB",
        f"× {baseline}",
        "(each run)",
        "p50 ms",
        "p99 ms",
        f"× {baseline}",
        "max ms",
        "RSS MB",
        "lost",
        "in after s",
        "others",
    )


def _ratios(rows, floors, key):
    """Of the runs that all viewers were in: who serves fewer has less to do."""
    pairs = [(row[key], floors.get(row["repeat"], {}).get(key)) for row in rows if row["missing_viewers"] == 0]
    return [value / floor for value, floor in pairs if value and floor]


def _show(values, form):
    return format(mean(values), form) if values else "–"


def _line(count, name, rows, floors):
    cpu = _ratios(rows, floors, "cpu_s_per_gb")

    def average(key, form):
        return _show([row[key] for row in rows if row[key] is not None], form)

    return (
        str(count),
        name,
        str(len(rows)),
        average("fps", ".1f"),
        average("core", ".0%"),
        average("cpu_s_per_gb", ".2f"),
        _show(cpu, ".2f"),
        " ".join(f"{ratio:.2f}" for ratio in cpu),
        average("p50_ms", ".1f"),
        average("p99_ms", ".1f"),
        _show(_ratios(rows, floors, "p99_ms"), ".2f"),
        f"{max(row['max_ms'] for row in rows):.0f}",
        average("rss_mb", ".0f"),
        str(sum(row["lost"] + row["missing_viewers"] for row in rows)),
        average("connect_s", ".1f"),
        average("other_cpu", ".2f"),
    )


def render(rows, floor="floor"):
    """The rows as text in Markdown, columns aligned."""
    names = dict.fromkeys(row["server"] for row in rows)
    baseline = floor if floor in names else next(iter(names))
    head = _head(baseline)
    lines = [head]
    for count in sorted({row["viewers"] for row in rows}):
        here = [row for row in rows if row["viewers"] == count]
        floors = {row["repeat"]: row for row in here if row["server"] == baseline}
        for name in dict.fromkeys(row["server"] for row in here):
            lines.append(_line(count, name, [row for row in here if row["server"] == name], floors))
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    text = ["| " + " | ".join(cell.rjust(width) for cell, width in zip(line, widths)) + " |" for line in lines]
    return "\n".join([text[0], "|" + "|".join("-" * (width + 1) + ":" for width in widths) + "|", *text[1:]])
