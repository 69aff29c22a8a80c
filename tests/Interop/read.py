"""What python3-icalendar reads in the events of a file."""
import datetime
import json
import sys

import icalendar


def time(event, name):
    value = event.get(name)
    if value is None:
        return None
    moment = value.dt
    if not isinstance(moment, datetime.datetime):
        return {'local': moment.isoformat()}
    local = moment.replace(tzinfo=None).isoformat()
    if moment.tzinfo is None:
        return {'local': local}
    return {'local': local, 'instant': moment.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')}


def many(event, name):
    value = event.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]


def read(event):
    return {
        'uid': str(event.get('UID', '')),
        'recurrenceId': time(event, 'RECURRENCE-ID'),
        'start': time(event, 'DTSTART'),
        'end': time(event, 'DTEND'),
        'summary': str(event.get('SUMMARY', '')),
        'description': str(event.get('DESCRIPTION', '')),
        'location': str(event.get('LOCATION', '')),
        'status': str(event.get('STATUS', '')),
        'attendees': [[str(one), one.params.get('PARTSTAT', 'NEEDS-ACTION'), one.params.get('CN', '')] for one in many(event, 'ATTENDEE')],
        'categories': [str(text) for one in many(event, 'CATEGORIES') for text in one.cats],
        'rules': len(many(event, 'RRULE')),
        'exceptions': sum(len(one.dts) for one in many(event, 'EXDATE')),
        'alarms': sum(1 for part in event.subcomponents if part.name == 'VALARM'),
    }


with open(sys.argv[1], 'rb') as file:
    calendar = icalendar.Calendar.from_ical(file.read())
print(json.dumps([read(event) for event in calendar.walk('VEVENT')]))
