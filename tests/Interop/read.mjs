// What ical.js reads in the events of a file.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
const zones = new Map(calendar.getAllSubcomponents('vtimezone')
  .map(zone => [zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone)]));

const pad = (number, length = 2) => String(number).padStart(length, '0');
function time(event, name) {
  const property = event.getFirstProperty(name);
  if (!property) return null;
  const value = property.getFirstValue();
  const local = `${pad(value.year, 4)}-${pad(value.month)}-${pad(value.day)}`;
  if (value.isDate) return { local };
  const zone = zones.get(property.getParameter('tzid'));
  const text = `${local}T${pad(value.hour)}:${pad(value.minute)}:${pad(value.second)}`;
  if (value.zone === ICAL.Timezone.utcTimezone) return { local: text, instant: `${text}Z` };
  if (!zone) return { local: text };
  const offset = zone.utcOffset(value);
  return { local: text, instant: new Date(Date.parse(`${text}Z`) - offset * 1000).toISOString().replace('.000', '') };
}

const text = (event, name) => event.getFirstPropertyValue(name) ?? '';
console.log(JSON.stringify(calendar.getAllSubcomponents('vevent').map(event => ({
  uid: text(event, 'uid'),
  recurrenceId: time(event, 'recurrence-id'),
  start: time(event, 'dtstart'),
  end: time(event, 'dtend'),
  summary: text(event, 'summary'),
  description: text(event, 'description'),
  location: text(event, 'location'),
  status: text(event, 'status'),
  attendees: event.getAllProperties('attendee').map(one => [one.getFirstValue(), one.getParameter('partstat') ?? 'NEEDS-ACTION', one.getParameter('cn') ?? '']),
  categories: event.getAllProperties('categories').flatMap(one => one.getValues()),
  rules: event.getAllProperties('rrule').length,
  exceptions: event.getAllProperties('exdate').flatMap(one => one.getValues()).length,
  alarms: event.getAllSubcomponents('valarm').length,
}))));
