import json
import urllib.request

API = "https://example.org/api/v1"

with urllib.request.urlopen(f"{API}/schedules.json") as answer:
    table = json.load(answer)

for item in table["items"]:
    if item["segment"] == "bpu" and item["program"] == "jkm":
        print(item["effective"], item["shares"]["worker"], item["confidence"])
