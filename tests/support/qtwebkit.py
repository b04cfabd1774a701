"""QtWebKit for a test, an engine of 2016 (WebKit 602), by the Python of the system, which alone knows it; no screen.

`read ADDRESS SELECTOR` prints the text of an element as soon as it has one. No network is reached.
"""

import sys

from PyQt5.QtCore import QTimer, QUrl
from PyQt5.QtNetwork import QNetworkProxy
from PyQt5.QtWebKitWidgets import QWebView
from PyQt5.QtWidgets import QApplication

TEXT = "(function (found) { return found && found.offsetHeight ? found.innerText : ''; })(document.querySelector(%r))"
PAUSE = 200
"""Milliseconds between two looks."""
_, act, address, selector = sys.argv
assert act == "read", act

application = QApplication(sys.argv[:1])
QNetworkProxy.setApplicationProxy(QNetworkProxy(QNetworkProxy.HttpProxy, "127.0.0.1", 9))
view = QWebView()
view.resize(360, 640)
view.load(QUrl(address))
view.show()


def look() -> None:
    """Print the text of the element and end; nothing while it has none."""
    text = view.page().mainFrame().evaluateJavaScript(TEXT % selector)
    if text:
        print(text)
        application.quit()


timer = QTimer()
timer.timeout.connect(look)
timer.start(PAUSE)
application.exec_()
