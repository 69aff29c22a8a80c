// Says as JSON what ical.js reads in each calendar of a folder: { file: [[fact, …] of each event] }. ForeignParsersTests knows the facts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';

const MOST_OCCURRENCES = 20;
const folder = process.argv[2];
const pad = (number, length = 2) => String(number).padStart(length, '0');
const texts = ['summary', 'description', 'location', 'comment', 'contact', 'status', 'class', 'transp'];
const numbers = ['priority', 'sequence'];

function local(time) {
  const day = `${pad(time.year, 4)}-${pad(time.month)}-${pad(time.day)}`;
  return time.isDate ? day : `${day}T${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
}

function instant(time, zone) {
  if (time.isDate) return '';
  if (time.zone === ICAL.Timezone.utcTimezone) return `@${local(time)}Z`;
  if (!zone) return '';
  return `@${new Date(Date.parse(`${local(time)}Z`) - zone.utcOffset(time) * 1000).toISOString().replace('.000', '')}`;
}

function occurrences(event) {
  const dtstart = event.getFirstPropertyValue('dtstart');
  if (!dtstart || !event.getFirstProperty('rrule')) return [];
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart });
  const found = [];
  for (let next = expansion.next(); next && found.length < MOST_OCCURRENCES; next = expansion.next()) {
    found.push(`occurrence ${local(next)}`);
  }
  return found;
}

function facts(event, zones) {
  const found = occurrences(event);
  for (const property of event.getAllProperties()) {
    const name = property.name;
    found.push(`property ${name.toUpperCase()}`);
    if (['dtstart', 'dtend', 'recurrence-id'].includes(name)) {
      const time = property.getFirstValue();
      found.push(`${name.toUpperCase()} ${local(time)}${instant(time, zones.get(property.getParameter('tzid')))}`);
    } else if (['exdate', 'rdate'].includes(name)) {
      property.getValues().forEach(value => found.push(`${name.toUpperCase()} ${local(value.start ?? value)}`));
    } else if (name === 'categories') {
      property.getValues().forEach(value => found.push(`CATEGORIES ${value}`));
    } else if (name === 'attendee' || name === 'organizer') {
      const person = `${name.toUpperCase()} ${property.getFirstValue()}`;
      found.push(person);
      for (const [key, value] of Object.entries(property.jCal[1])) {
        found.push(`${person} ${key.toUpperCase()}=${[value].flat().join()}`);
      }
    } else if (texts.includes(name) || numbers.includes(name)) {
      found.push(`${name.toUpperCase()} ${property.getFirstValue()}`);
    }
  }
  event.getAllSubcomponents('valarm').forEach(alarm => found.push(`alarm ${alarm.getFirstPropertyValue('action')} ${alarm.getAllProperties().length}`));
  return found;
}

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, file), 'utf8')));
  const zones = new Map(calendar.getAllSubcomponents('vtimezone')
    .map(zone => [zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone)]));
  return calendar.getAllSubcomponents('vevent').map(event => facts(event, zones));
}

console.log(JSON.stringify(Object.fromEntries(readdirSync(folder).filter(file => file.endsWith('.ics')).map(file => [file, read(file)]))));
