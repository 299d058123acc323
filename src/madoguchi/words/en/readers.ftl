# Reader models: what each shows that others do not, and the order of a restart.

reader-generic = The model is not set yet
    .how = The label on the reader names it; choose it in the settings. Everything works without it, too.
reader-own-codes = This model has codes of its own maker, too
    .how = Copy a number you do not know and tell it to the maker.
reader-reads-phones = This model reads cards on a phone by itself
    .how = No second reader is needed for phones.
reader-return-value = A “return value” may stand beside the code
    .how = Copy it as well and tell it to the maker. The terminal and its management console show it, too.
reader-paper-card = An object without a chip may be taken for a paper certificate
    .how = Put only the My Number Card back on the reader.
reader-com-lost = “COM disconnected” on the terminal means the USB link
    .how = Plug the cable in again, and try another socket.

restart-reader-off = Switch the reader off
restart-terminal-off = Shut the terminal down
restart-reader-on = Switch the reader on
restart-terminal-on = Switch the terminal on
