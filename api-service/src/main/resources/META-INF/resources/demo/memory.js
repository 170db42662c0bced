// What has to outlive a reload or a lost connection, kept in this browser alone.

const PLACE = "greenroom.interview";

/**
 * The interview that is going on: `id`, `token`, `key` and `order` of its start, `cursor` of the last event seen, `drafts`
 * by turn, and `orders` that have not been acknowledged yet.
 */
export function recall() {
  try {
    return JSON.parse(localStorage.getItem(PLACE));
  } catch {
    return null; // no storage, or not ours
  }
}

export function remember(interview) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(interview));
    return true;
  } catch {
    return false; // private windows and full disks: the interview goes on, a reload would lose it
  }
}

export function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // nothing was kept
  }
}
