"""What the table and the order of the runs promise."""

import argparse
import types
import unittest
from pathlib import Path

import bench
from fanout import servers, table


def row(server, repeat, cpu, p99, viewers=100, missing=0):
    same = {"fps": 30.0, "core": 0.1, "p50_ms": 1.0, "max_ms": 9.0, "rss_mb": 5.0, "connect_s": 0.1, "other_cpu": 0.0}
    return {**same, "server": server, "repeat": repeat, "viewers": viewers, "cpu_s_per_gb": cpu, "p99_ms": p99, "lost": 1, "missing_viewers": missing}


def cells(text, server):
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    return next(line for line in lines if line[1] == server)


class TableTest(unittest.TestCase):
    def test_ratios_are_taken_within_a_repeat_and_then_averaged(self):
        rows = [row("floor", 0, 1.0, 10), row("floor", 1, 2.0, 20), row("ws", 0, 2.0, 30), row("ws", 1, 3.0, 20)]
        line = cells(table.render(rows), "ws")
        self.assertEqual(["2.50", "1.75", "2.00 1.50"], line[5:8])
        self.assertEqual("2.00", line[10])

    def test_a_repeat_without_floor_has_no_ratio(self):
        line = cells(table.render([row("floor", 0, 1.0, 10), row("ws", 0, 2.0, 10), row("ws", 1, 9.0, 10)]), "ws")
        self.assertEqual("2.00", line[7])

    def test_without_a_floor_the_first_server_is_the_baseline(self):
        text = table.render([row("relay", 0, 1.0, 10), row("relay-before", 0, 2.0, 10)])
        self.assertIn("× relay", text.splitlines()[0])
        self.assertEqual("2.00", cells(text, "relay-before")[7])

    def test_frames_and_viewers_that_are_missing_are_both_lost(self):
        self.assertEqual("3", cells(table.render([row("ws", 0, 1.0, 1, missing=2)]), "ws")[13])

    def test_a_run_that_viewers_are_missing_in_has_no_ratio(self):
        rows = [row("floor", 0, 1.0, 10), row("ws", 0, 0.1, 10, missing=90), row("floor", 1, 1.0, 10), row("ws", 1, 2.0, 10)]
        self.assertEqual(["2.00", "2.00"], cells(table.render(rows), "ws")[6:8])

    def test_the_floor_of_another_number_of_viewers_does_not_count(self):
        rows = [row("floor", 0, 1.0, 10, viewers=50), row("ws", 0, 2.0, 10)]
        self.assertEqual("–", cells(table.render(rows), "ws")[6])


class OrderTest(unittest.TestCase):
    def test_every_server_runs_once_a_repeat_and_each_begins_in_turn(self):
        turns = [(count, repeat, server) for count, repeat, server in bench.in_turn(["a", "b", "c"], [10, 20], 2)]
        self.assertEqual(12, len(set(turns)))
        self.assertEqual(["a", "b", "c", "a"], [turns[at][2] for at in range(0, 12, 3)])


class ChoiceTest(unittest.TestCase):
    @staticmethod
    def wanted(only="", relay_set=(), jvm_option=(), srs=None, merge=(), before=None):
        return argparse.Namespace(only=only, relay_set=list(relay_set), jvm_option=list(jvm_option), merge=list(merge), srs=srs, go2rtc=None, before=before)

    def test_what_is_asked_for_by_name_or_given_a_setting_must_start(self):
        self.assertEqual(set(), bench.needed_servers(self.wanted()))
        self.assertEqual({"floor"}, bench.needed_servers(self.wanted(only="floor")))
        self.assertEqual(set(servers.RELAYS), bench.needed_servers(self.wanted(relay_set=["a.b=c"])))

    def test_a_setting_for_a_relay_that_takes_no_part_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "--only names none"):
            bench.chosen_servers(self.wanted(only="floor", jvm_option=["-Xmn64m"]))

    def test_another_build_of_the_relay_takes_part_when_its_jar_is_given_and_must_start(self):
        self.assertNotIn("relay-before", bench.chosen_servers(self.wanted()))
        self.assertIn("relay-before", bench.chosen_servers(self.wanted(before=Path("old.jar"))))
        self.assertEqual({"relay-before"}, bench.needed_servers(self.wanted(before=Path("old.jar"))))

    def test_a_program_for_a_server_that_takes_no_part_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "--srs is given, and --only does not name srs"):
            bench.chosen_servers(self.wanted(only="floor", srs=Path("/bin/true")))
        self.assertEqual({"srs"}, bench.needed_servers(self.wanted(srs=Path("/bin/true"))))

    def test_a_merging_floor_that_takes_no_part_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "--only does not name floor-merge2"):
            bench.chosen_servers(self.wanted(only="floor", merge=[2]))
        self.assertIn("floor-merge2", bench.chosen_servers(self.wanted(merge=[2])))

    def test_a_needed_server_that_does_not_start_ends_what_was_started(self):
        ended = []

        def failing(name, how):
            raise servers.CannotStart("It does not start.")

        def starting(name, how):
            return types.SimpleNamespace(name=name, end=lambda: ended.append(name))

        with self.assertRaisesRegex(SystemExit, "It does not start."):
            bench.start_all({"floor": starting, "relay": failing}, None, {"relay"})
        self.assertEqual(["floor"], ended)

    def test_numbers_outside_their_bounds_are_refused(self):
        self.assertEqual(20, bench.up_to(20)("20"))
        for text in ("0", "21", "-1", "x", ""):
            with self.assertRaises(argparse.ArgumentTypeError):
                bench.up_to(20)(text)
        self.assertEqual([2, 9], bench.numbers(2, 9)("2,9"))
        for text in ("", ",", "1", "10", "a,3"):
            with self.assertRaises(argparse.ArgumentTypeError):
                bench.numbers(2, 9)(text)

    def test_what_was_asked_for_and_has_no_row_is_told(self):
        chosen = {"floor": None, "relay": None}
        self.assertEqual([], bench.unmeasured(self.wanted(), chosen, []))
        rows = [row("floor", 0, 1.0, 10)]
        self.assertEqual(["relay"], bench.unmeasured(self.wanted(only="floor,relay"), chosen, rows))
        self.assertEqual(["relay"], bench.unmeasured(self.wanted(relay_set=["a.b=c"]), chosen, rows))

    def test_results_do_not_take_the_place_of_the_log(self):
        self.assertEqual(Path("a.jsonl"), bench.results_file("a.jsonl"))
        for text in ("a.log", "/"):
            with self.assertRaises(argparse.ArgumentTypeError):
                bench.results_file(text)


if __name__ == "__main__":
    unittest.main()
