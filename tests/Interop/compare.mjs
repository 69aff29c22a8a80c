// Compares what the console and two foreign parsers read; says where they differ and ends with 1.
import { readFileSync } from 'node:fs';

const [ours, js, py] = process.argv.slice(2).map(path => JSON.parse(readFileSync(path, 'utf8')));
const time = value => value && (value.instant ? { local: value.local, instant: value.instant } : { local: value.local });
const mine = ours.items.map(event => ({
  uid: event.uid,
  recurrenceId: time(event.recurrenceId),
  start: time(event.start),
  // An end that was not written, or written as a duration, is worked out by us only.
  end: time(event.end),
  summary: event.summary ?? '',
  description: event.description ?? '',
  location: event.location ?? '',
  status: event.status ?? '',
  attendees: event.attendees.map(one => [one.address, one.status, one.name ?? '']),
  categories: event.categories,
  rules: event.rrule.length,
  exceptions: event.exdate.length,
  alarms: event.alarms.length,
}));

let same = true;
for (const [name, theirs] of [['ical.js', js], ['icalendar', py]]) {
  if (theirs.length !== mine.length) {
    console.log(`${name}: ${theirs.length} events, ours ${mine.length}`);
    same = false;
    continue;
  }
  theirs.forEach((event, index) => {
    for (const key of Object.keys(event)) {
      if (key === 'end' && event.end === null) continue;
      const [one, other] = [JSON.stringify(event[key]), JSON.stringify(mine[index][key])];
      if (one !== other) {
        console.log(`${event.uid} ${key}: ${name} ${one}, ours ${other}`);
        same = false;
      }
    }
  });
}
process.exit(same ? 0 : 1);
