### madoguchi guide --model: when a model of one's own cannot be used.

error-broken-model =
    .title = The model's file could not be read
    .detail = Something in it does not fit, so nothing was computed.
    .remedy = Mend the file, line and field that are shown (how it is written: docs/guide/model.md).
