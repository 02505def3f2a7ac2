// On both databases what the ordinary suite plays on the server alone.
import "../stories/closing.test.ts";
import "../stories/deleted-tasks.test.ts";
import "../stories/hold-and-freeze.test.ts";
import "../stories/lanes.test.ts";
import "../stories/merge-methods.test.ts";
import "../stories/milestone-set-up.test.ts";
import "../stories/pace.test.ts";
import "../stories/released.test.ts";
import "../stories/reminders.test.ts";
import "../stories/rollover.test.ts";
import "../stories/task-commands.test.ts";
