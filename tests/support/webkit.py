"""WebKitGTK for a test, by the Python of the system, which alone knows it; on a display that nobody sees (xvfb-run).

`save ADDRESS FOLDER` taps what saves a page and waits for the file; `read ADDRESS SELECTOR` prints the text of an
element. No network is reached when a file is read.
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

NOWHERE = WebKit2.NetworkProxySettings.new("http://127.0.0.1:9")
TEXT = "(function (found) { return found && found.offsetHeight ? found.innerText : ''; })(document.querySelector(%r))"
TAP = "document.querySelector(%r).click()"
PAUSE = 200
"""Milliseconds between two looks."""


class Journey:
    """One page in one window: it waits for an element, taps it if asked, and ends with its text."""

    def __init__(self, act: str, address: str, last: str):
        self.saves, self.selector = act == "save", ".save a[download]" if act == "save" else last
        self.folder, self.text = Path(last), ""
        manager = WebKit2.WebsiteDataManager.new_ephemeral()
        if not self.saves:
            manager.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, NOWHERE)
        context = WebKit2.WebContext.new_with_website_data_manager(manager)
        context.connect("download-started", self.save)
        self.view = WebKit2.WebView.new_with_context(context)
        window = Gtk.Window(default_width=360, default_height=640)
        window.add(self.view)
        window.show_all()
        self.view.load_uri(address)
        GLib.timeout_add(PAUSE, self.look)

    def look(self) -> bool:
        """Ask for the text of the element; again, until it has one."""
        self.view.evaluate_javascript(TEXT % self.selector, -1, None, None, None, self.seen)
        return False

    def seen(self, view: WebKit2.WebView, result: object) -> None:
        """Tap the element that has a text, or end with it; while a page changes to the next, nothing can be asked."""
        try:
            self.text = view.evaluate_javascript_finish(result).to_string()
        except GLib.Error as error:
            print(error.message, file=sys.stderr)
        if not self.text:
            GLib.timeout_add(PAUSE, self.look)
        elif self.saves:
            view.evaluate_javascript(TAP % self.selector, -1, None, None, None, None)
        else:
            self.end()

    def save(self, _: object, download: WebKit2.Download) -> None:
        """Put what comes down into the folder, under the name that the engine gives it."""
        download.connect("decide-destination", self.place)
        download.connect("finished", self.end)

    def place(self, download: WebKit2.Download, name: str) -> bool:
        """Say where a file goes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        download.set_destination((self.folder / name).as_uri())
        return True

    def end(self, *_: object) -> None:
        """Print the text and end."""
        print(self.text)
        Gtk.main_quit()


Journey(*sys.argv[1:])
Gtk.main()
