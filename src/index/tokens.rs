//! How does a text come into the index, word by word?

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::terms::{Analyser, Forms};

/// Each field has its own form of the words, by the field's name.
pub(super) fn register(manager: &TokenizerManager) {
    for name in ["text", "title", "note", "quote"] {
        manager.register(name, Words::of(|forms, out| out.push_str(&forms.term)));
    }
    manager.register("exact", Words::of(|forms, out| out.push_str(&forms.exact)));
    manager.register(
        "spelled",
        Words::of(|forms, out| out.push_str(&forms.spelled)),
    );
}

/// One form of the words of a text.
#[derive(Clone)]
struct Words {
    analyser: Analyser,
    form: fn(&Forms, &mut String),
}

impl Words {
    fn of(form: fn(&Forms, &mut String)) -> Self {
        Self {
            analyser: Analyser::default(),
            form,
        }
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream {
            words: self,
            text,
            at: 0,
            token: Token::default(),
        }
    }
}

struct Stream<'a> {
    words: &'a mut Words,
    text: &'a str,
    at: usize,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        while let Some(word) = self.words.analyser.next(self.text, &mut self.at) {
            self.token.text.clear();
            (self.words.form)(word.forms, &mut self.token.text);
            self.token.position = self.token.position.wrapping_add(1);
            if !self.token.text.is_empty() {
                self.token.offset_from = word.bytes.start;
                self.token.offset_to = word.bytes.end;
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
