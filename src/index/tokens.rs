//! How does a text come into the index, word by word?

use std::cell::RefCell;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::terms::{Analyser, Forms};

thread_local! {
    /// The fields of a record say the same text, which each thread reads once.
    static READER: RefCell<Analyser> = RefCell::default();
}

/// Each field has its own form of the words, by the field's name.
pub(super) fn register(manager: &TokenizerManager) {
    for name in ["text", "title", "note", "quote"] {
        manager.register(name, Words(|forms| &forms.term));
    }
    for name in ["exact", "title-exact"] {
        manager.register(name, Words(|forms| &forms.exact));
    }
    manager.register("spelled", Words(|forms| &forms.spelled));
    manager.register("skeleton", Words(|forms| &forms.skeleton));
}

/// One form of the words of a text.
#[derive(Clone)]
struct Words(fn(&Forms) -> &str);

impl Tokenizer for Words {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        Stream {
            form: self.0,
            words: READER.with_borrow_mut(|reader| reader.read(text)),
            next: 0,
            token: Token::default(),
        }
    }
}

struct Stream {
    form: fn(&Forms) -> &str,
    words: usize,
    next: usize,
    token: Token,
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        while self.next < self.words {
            let token = &mut self.token;
            READER.with_borrow(|reader| {
                let word = reader.word(self.next);
                token.text.clear();
                token.text.push_str((self.form)(word.forms));
                token.offset_from = word.bytes.start;
                token.offset_to = word.bytes.end;
            });
            token.position = self.next;
            self.next += 1;
            if !token.text.is_empty() {
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
