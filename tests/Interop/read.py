"""Says as JSON what icalendar reads in each calendar of a folder: {file: [[fact, …] of each event]}. ForeignParsersTests knows the facts."""
import datetime
import json
import pathlib
import sys

import icalendar

TEXTS = ('SUMMARY', 'DESCRIPTION', 'LOCATION', 'COMMENT', 'CONTACT', 'STATUS', 'CLASS', 'TRANSP', 'PRIORITY', 'SEQUENCE')


def local(moment):
    return moment.replace(tzinfo=None).isoformat() if isinstance(moment, datetime.datetime) else moment.isoformat()


def instant(moment):
    if not isinstance(moment, datetime.datetime) or moment.tzinfo is None:
        return ''
    return moment.astimezone(datetime.timezone.utc).strftime('@%Y-%m-%dT%H:%M:%SZ')


def facts(event):
    for name, value in event.property_items(recursive=False):
        if name in ('BEGIN', 'END'):
            continue
        yield f'property {name}'
        if name in ('DTSTART', 'DTEND', 'RECURRENCE-ID'):
            yield f'{name} {local(value.dt)}{instant(value.dt)}'
        elif name in ('EXDATE', 'RDATE'):
            for each in value.dts:
                yield f'{name} {local(each.dt[0] if isinstance(each.dt, tuple) else each.dt)}'
        elif name == 'CATEGORIES':
            for text in value.cats:
                yield f'{name} {text}'
        elif name in ('ATTENDEE', 'ORGANIZER'):
            yield f'{name} {value}'
            for key, given in value.params.items():
                yield f'{name} {value} {key}={given if isinstance(given, str) else ",".join(given)}'
        elif name in TEXTS:
            yield f'{name} {value}'
    for part in event.subcomponents:
        if part.name == 'VALARM':
            properties = [name for name, _ in part.property_items(recursive=False) if name not in ('BEGIN', 'END')]
            yield f'alarm {part["ACTION"]} {len(properties)}'


def read(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [list(facts(event)) for event in calendar.walk('VEVENT')]


print(json.dumps({path.name: read(path) for path in pathlib.Path(sys.argv[1]).glob('*.ics')}))
