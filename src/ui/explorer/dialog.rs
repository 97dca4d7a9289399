//! A box over the page, open for as long as it is drawn: a heading, a button that closes it, and what it is about.

use yew::prelude::*;

use crate::platform;
use crate::ui::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct DialogProps {
    pub words: Words,
    /// What sort of box it is, such as "keys": the name of its heading and of its button begin or end with it.
    pub id: &'static str,
    /// The classes that it looks by.
    pub class: &'static str,
    pub title: AttrValue,
    /// The exact value that it is about, where it is about one.
    #[prop_or_default]
    pub value: Option<AttrValue>,
    /// The visitor has read it.
    pub closed: Callback<()>,
    pub children: Html,
}

pub(super) struct Dialog {
    dialog: NodeRef,
}

impl Component for Dialog {
    type Message = ();
    type Properties = DialogProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            dialog: NodeRef::default(),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(dialog) = self.dialog.cast() {
            platform::open_dialog(dialog);
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let DialogProps {
            words,
            id,
            class,
            title,
            value,
            closed,
            children,
        } = context.props();
        let dialog = self.dialog.clone();
        let close = move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast() {
                platform::close_dialog(dialog);
            }
        };
        let closed = closed.clone();
        let heading = [id, "-title"].concat();
        html! {
            <dialog class={*class} ref={self.dialog.clone()} aria-labelledby={heading.clone()}
                data-value={value.clone()} onclose={move |_: Event| closed.emit(())}>
                <div class="formula-head">
                    <h2 id={heading}>{ title }</h2>
                    <button type="button" data-action={["close-", id].concat()} onclick={close}>{ words.texts().page.close }</button>
                </div>
                { children.clone() }
            </dialog>
        }
    }
}
