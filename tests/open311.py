"""Open311 clients that others wrote, as they were published, against a council that runs.

    . tests/python.sh
    "$GUILDHALL_TEST_PYTHON" tests/open311.py http://127.0.0.1:8080 KEY

georeport and chicagorequests run as they are; the second has Chicago's address in a name of its class, which is set to ours.
three is from 2013 and imports `ifilter`, which Python 3 no longer has: the name is put back before the import, and nothing
in the package is changed. Its XML goes through a package that Python 3.9 broke, so it speaks JSON here.

It prints the number of each report it sent, one a line, and fails where a client is told something wrong.
"""

import datetime
import itertools
import sys
import time

itertools.ifilter = filter

import three  # noqa: E402
from chicagorequests import Downloader  # noqa: E402
from georeport import GeoReport  # noqa: E402


def send(base, key):
    """three: what there is, a report, its token, and the same report read back."""
    city = three.Three(base, api_key=key)
    discovery = city.discovery()
    assert discovery["endpoints"][0]["specification"] == "http://wiki.open311.org/GeoReport_v2", discovery
    codes = [service["service_code"] for service in city.services()]
    assert "street-problem" in codes, codes
    definition = city.services("street-problem")
    kind = next(one for one in definition["attributes"] if one["code"] == "kind")
    assert kind["datatype"] == "singlevaluelist", kind
    numbers = []
    for lat, more in [
        ("52.2003", {"attribute[kind]": "pothole", "attribute[hole_depth]": "fist"}),
        ("52.2100", {"attribute[category]": "Graffiti"}),
    ]:
        sent = city.post(
            "street-problem",
            lat=lat,
            long="0.1388",
            address="21 Mill Road",
            name="Ann Example",
            email="ann@post.example",
            description="As deep as a bucket – & <wide>",
            **more,
        )
        number = sent[0]["service_request_id"]
        assert city.token(number)[0]["service_request_id"] == number
        assert city.request(number)[0]["lat"] == float(lat)
        numbers.append(number)
    refused = three.Three(base, api_key="gh_no_no").post("street-problem", lat="52.2", long="0.13")
    assert refused[0]["code"] == 403, refused
    assert city.post("nothing", lat="52.2", long="0.13")[0]["code"] == 404
    return numbers


def until(found, numbers):
    """What the list says, once it has caught up: exactly these, or the last it said is shown."""
    for _ in range(300):
        rows = found()
        if {row["service_request_id"] for row in rows} == set(numbers):
            return rows
        time.sleep(0.1)
    raise AssertionError(rows)


def read(base, numbers):
    """georeport, in both formats: every call it has."""
    for form in ("json", "xml"):
        client = GeoReport(base, output_format=form)
        services = {one["service_code"]: one for one in client.get_service_list()}
        assert services["street-problem"]["service_name"], services
        definition = client.get_service_definition("street-problem")
        assert definition["service_code"] == "street-problem", definition
        one = client.get_service_request(numbers[0])
        assert one["service_request_id"] == numbers[0] and one["status"] == "open", one
        assert "Ann" not in str(one) and "bucket" not in str(one), one
        both = client.get_service_requests(service_request_id=",".join(numbers))
        assert [row["service_request_id"] for row in both] == numbers, both
        now = datetime.datetime.now(datetime.timezone.utc)
        day = {"start_date": stamp(now - datetime.timedelta(days=1)), "end_date": stamp(now + datetime.timedelta(hours=1))}
        until(lambda: client.get_service_requests(service_code="street-problem", status="open", **day), numbers)


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def download(base, numbers):
    """chicagorequests: a day page by page with the extensions, and by when it changed."""
    Downloader.BASE_URL = base + "/requests.json"
    now = datetime.datetime.now(datetime.timezone.utc)
    day = (now - datetime.timedelta(hours=12), now + datetime.timedelta(hours=1))
    rows = until(lambda: Downloader(request_type=["street-problem"])(day), numbers)
    assert any(one["code"] == "hole_depth" for row in rows for one in row["attributes"]), rows
    changed = {"updated_start_date": day[0].isoformat(), "updated_end_date": day[1].isoformat()}
    until(lambda: Downloader(**changed)(day), numbers)


def main():
    base, key = sys.argv[1].rstrip("/") + "/open311/v2", sys.argv[2]
    numbers = send(base, key)
    download(base, numbers)
    read(base, numbers)
    print("\n".join(numbers))


if __name__ == "__main__":
    main()
