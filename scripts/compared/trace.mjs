// What a trace of a visit says of the thread on which the page runs. The page has set the mark "near", and "usable" where
// there is something to use.
const MILLISECOND = 1000;

export function tasksOf(events) {
  const mark = (wanted) => events.find(({ name, cat }) => name === wanted && cat.includes("user_timing"));
  const [near, usable] = ["near", "usable"].map(mark);
  if (!near) throw new Error("the trace does not have the page's mark");
  const here = ({ pid, tid }) => pid === near.pid && tid === near.tid;
  const tasks = outermost(events.filter((event) => event.name === "RunTask" && event.ph === "X" && here(event)));
  const longest = (some) => Math.max(...some.map(({ dur }) => dur)) / MILLISECOND;
  const spent = (some) => some.reduce((time, { dur }) => time + dur, 0) / MILLISECOND;
  const shifts = events.filter(({ name, args, pid }) => name === "LayoutShift" && pid === near.pid && !args.data.had_recent_input);
  return {
    mainThread: { before: spent(tasks.filter(({ ts }) => ts < near.ts)), after: spent(tasks.filter(({ ts }) => ts >= near.ts)) },
    longest: longest(tasks),
    longestOfLoad: longest(tasks.filter(({ ts }) => ts < (usable ?? near).ts)),
    shift: shifts.reduce((sum, { args }) => sum + args.data.weighted_score_delta, 0),
  };
}

// A task may run others inside itself, as a dialog does; their time is part of its own.
function outermost(tasks) {
  let end = 0;
  return tasks.sort((one, other) => one.ts - other.ts || other.dur - one.dur).filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}
