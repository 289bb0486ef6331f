//! A control that takes files.

use askama::Template;

use super::build::{common_steps, component, field_steps, steps};
use super::field::Field;
use super::markup::{Attrs, Classes, IntoText, Markup};

/// Files to be chosen; a browser never tells what was chosen before, so there is no value.
#[derive(Clone, Debug, Template)]
#[template(path = "components/file-upload.html")]
pub struct FileUpload<'a> {
    field: Field<'a>,
    multiple: bool,
    disabled: bool,
    classes: Classes<'a>,
    attrs: Attrs<'a>,
}

impl<'a> FileUpload<'a> {
    /// One file. Its form must be sent as `multipart/form-data`.
    pub fn new(name: impl IntoText<'a>, label: impl Into<Markup<'a>>) -> Self {
        Self {
            field: Field::new(name.into_text(), label.into()),
            multiple: false,
            disabled: false,
            classes: Classes::default(),
            attrs: Attrs::default(),
        }
    }

    steps! {
        /// Whether several can be chosen at once.
        multiple: flag;
        /// Whether the control is disabled.
        disabled: flag;
    }

    field_steps!();
    common_steps!();
}

component!(FileUpload);
