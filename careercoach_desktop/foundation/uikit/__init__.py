"""The interface kit: tokens, theme, icons, the desk every page works at, and the shared widgets.

The only Qt in the foundation. Import from here: ``from careercoach_desktop.foundation.uikit import Button, Text``.
``gallery`` (every widget in every state) is left out: it is only for looking.
"""

from careercoach_desktop.foundation.uikit.activity import ActivityStrip
from careercoach_desktop.foundation.uikit.buttons import Button, IconButton
from careercoach_desktop.foundation.uikit.cards import Card, ClickCard, PageHeader, Panel, Rows
from careercoach_desktop.foundation.uikit.chips import Badge, Chip, ChipInput, Tag
from careercoach_desktop.foundation.uikit.choices import CheckBox, ComboButton, SegmentedControl
from careercoach_desktop.foundation.uikit.desk import Desk, RecordPlace
from careercoach_desktop.foundation.uikit.dialogs import Dialog
from careercoach_desktop.foundation.uikit.drawer import Drawer
from careercoach_desktop.foundation.uikit.dropzone import DropZone, dropped_files
from careercoach_desktop.foundation.uikit.fields import SearchField, TextArea, TextField
from careercoach_desktop.foundation.uikit.figures import Figure, FigureColumns, FigureLines
from careercoach_desktop.foundation.uikit.focus import FocusRing, PressedByEnter
from careercoach_desktop.foundation.uikit.icons import NAMES, icon, icon_pixmap, paint_icon
from careercoach_desktop.foundation.uikit.layouts import (
    STRETCH,
    FlowLayout,
    Scroll,
    Splitter,
    add_to,
    clear,
    column,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.markdown import MarkdownView
from careercoach_desktop.foundation.uikit.menus import SEPARATOR, MenuEntry, open_menu
from careercoach_desktop.foundation.uikit.moments import moment_words
from careercoach_desktop.foundation.uikit.notices import Banner, EmptyState, IconView
from careercoach_desktop.foundation.uikit.pages import Highlight, ImagePages
from careercoach_desktop.foundation.uikit.painting import (
    drop_shadow,
    focus_ring,
    list_ground,
    paint_line,
    raised,
    surface,
)
from careercoach_desktop.foundation.uikit.remembered import keep_in, recall, remember
from careercoach_desktop.foundation.uikit.scores import Bar, ScoreRing, Skeleton, Spinner
from careercoach_desktop.foundation.uikit.sidebar import SidebarNav
from careercoach_desktop.foundation.uikit.tabs import TabbedPages, Tabs
from careercoach_desktop.foundation.uikit.texts import Heading, KeyHint, Line, Text, key_words, plain_tip
from careercoach_desktop.foundation.uikit.theme import Theme, current_theme
from careercoach_desktop.foundation.uikit.toasts import Toast, ToastHost
from careercoach_desktop.foundation.uikit.tokens import (
    CARD_COLUMN,
    COMPACT,
    CONTROL,
    SIDEBAR,
    TONES,
    Radius,
    Size,
    Space,
    Weight,
)
from careercoach_desktop.foundation.uikit.undo import UndoStack
from careercoach_desktop.foundation.uikit.veil import DropVeil

__all__ = [
    "CARD_COLUMN",
    "COMPACT",
    "CONTROL",
    "NAMES",
    "SEPARATOR",
    "SIDEBAR",
    "STRETCH",
    "TONES",
    "ActivityStrip",
    "Badge",
    "Banner",
    "Bar",
    "Button",
    "Card",
    "CheckBox",
    "Chip",
    "ChipInput",
    "ClickCard",
    "ComboButton",
    "Desk",
    "Dialog",
    "Drawer",
    "DropVeil",
    "DropZone",
    "EmptyState",
    "Figure",
    "FigureColumns",
    "FigureLines",
    "FlowLayout",
    "FocusRing",
    "Heading",
    "Highlight",
    "IconButton",
    "IconView",
    "ImagePages",
    "KeyHint",
    "Line",
    "MarkdownView",
    "MenuEntry",
    "PageHeader",
    "Panel",
    "PressedByEnter",
    "Radius",
    "RecordPlace",
    "Rows",
    "ScoreRing",
    "Scroll",
    "SearchField",
    "SegmentedControl",
    "SidebarNav",
    "Size",
    "Skeleton",
    "Space",
    "Spinner",
    "Splitter",
    "TabbedPages",
    "Tabs",
    "Tag",
    "Text",
    "TextArea",
    "TextField",
    "Theme",
    "Toast",
    "ToastHost",
    "UndoStack",
    "Weight",
    "add_to",
    "clear",
    "column",
    "current_theme",
    "drop_shadow",
    "dropped_files",
    "focus_ring",
    "holder",
    "icon",
    "icon_pixmap",
    "keep_in",
    "key_words",
    "list_ground",
    "moment_words",
    "open_menu",
    "paint_icon",
    "paint_line",
    "plain_tip",
    "raised",
    "recall",
    "remember",
    "row",
    "surface",
]
