//! The repeated parts of the builders, so that each component's file says only what is its own.

/// Makes a template safe to print in another and to put inside another component.
macro_rules! component {
    ($($name:ident),+ $(,)?) => {$(
        impl askama::filters::HtmlSafe for $name<'_> {}

        impl<'a> From<$name<'_>> for $crate::ui::Markup<'a> {
            fn from(component: $name<'_>) -> Self {
                $crate::ui::Markup::Html(component.to_string())
            }
        }

        impl<'a> From<&$name<'_>> for $crate::ui::Markup<'a> {
            fn from(component: &$name<'_>) -> Self {
                $crate::ui::Markup::Html(component.to_string())
            }
        }

        impl<'a> $crate::ui::MaybeMarkup<'a> for $name<'_> {
            fn maybe_markup(self) -> Option<$crate::ui::Markup<'a>> {
                Some(self.into())
            }
        }
    )+};
}

/// Lets a template give parts in a list it writes out, which it lends.
macro_rules! lendable {
    ($($name:ident),+ $(,)?) => {$(
        impl<'a> From<&$name<'a>> for $name<'a> {
            fn from(part: &$name<'a>) -> Self {
                part.clone()
            }
        }
    )+};
}

/// The builder steps every component has: `classes` and `attr`.
macro_rules! common_steps {
    () => {
        /// Extra class names, separated by spaces.
        pub fn classes(mut self, classes: impl $crate::ui::IntoText<'a>) -> Self {
            self.classes.set(classes.into_text());
            self
        }

        /// An extra attribute with its value.
        pub fn attr(mut self, name: impl $crate::ui::IntoText<'a>, value: impl $crate::ui::IntoText<'a>) -> Self {
            self.attrs.add(name.into_text(), Some(value.into_text()));
            self
        }
    };
}

/// A builder step that sets one field: text, optional text, optional markup, or a flag.
macro_rules! steps {
    ($($(#[$doc:meta])+ $name:ident: $kind:ident;)+) => {$( steps!(@one $(#[$doc])+ $name $kind); )+};
    (@one $(#[$doc:meta])+ $name:ident text) => {
        $(#[$doc])+
        pub fn $name(mut self, $name: impl $crate::ui::IntoText<'a>) -> Self { self.$name = $name.into_text(); self }
    };
    (@one $(#[$doc:meta])+ $name:ident maybe_text) => {
        $(#[$doc])+
        pub fn $name(mut self, $name: impl $crate::ui::MaybeText<'a>) -> Self { self.$name = $name.maybe_text(); self }
    };
    (@one $(#[$doc:meta])+ $name:ident maybe_markup) => {
        $(#[$doc])+
        pub fn $name(mut self, $name: impl $crate::ui::MaybeMarkup<'a>) -> Self { self.$name = $name.maybe_markup(); self }
    };
    (@one $(#[$doc:meta])+ $name:ident flag) => {
        $(#[$doc])+
        pub fn $name(mut self, $name: bool) -> Self { self.$name = $name; self }
    };
}

/// The builder steps of everything that is one labelled control.
macro_rules! field_steps {
    () => {
        /// Help shown above the control.
        pub fn hint(mut self, hint: impl $crate::ui::MaybeMarkup<'a>) -> Self {
            self.field.hint = hint.maybe_markup();
            self
        }

        /// What is wrong with the answer; `say` gives the hidden word before it ("Error").
        pub fn error(mut self, say: &impl $crate::ui::Say, error: impl $crate::ui::MaybeMarkup<'a>) -> Self {
            self.field.set_error(say, error.maybe_markup());
            self
        }

        /// The control's id, when it is not the same as its name.
        pub fn id(mut self, id: impl $crate::ui::IntoText<'a>) -> Self {
            self.field.id = id.into_text();
            self
        }

        /// Id of something else that describes the control.
        pub fn described_by(mut self, id: impl $crate::ui::IntoText<'a>) -> Self {
            self.field.described_by = Some(id.into_text());
            self
        }

        /// Class names for the label, such as `govuk-label--l`.
        pub fn label_classes(mut self, classes: impl $crate::ui::IntoText<'a>) -> Self {
            self.field.label.classes.set(classes.into_text());
            self
        }

        /// Makes the label the page's heading: for a page with one question.
        pub fn label_is_heading(mut self) -> Self {
            self.field.label.heading = true;
            self
        }

        /// Class names for the group of label, hint, error and control.
        pub fn group_classes(mut self, classes: impl $crate::ui::IntoText<'a>) -> Self {
            self.field.group_classes.set(classes.into_text());
            self
        }

        /// An attribute for the group of label, hint, error and control.
        pub fn group_attr(mut self, name: impl $crate::ui::IntoText<'a>, value: impl $crate::ui::IntoText<'a>) -> Self {
            self.field.group_attrs.add(name.into_text(), Some(value.into_text()));
            self
        }
    };
}

pub(crate) use {common_steps, component, field_steps, lendable, steps};
