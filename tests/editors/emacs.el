;;; The language server in Emacs, by the configuration of editors/emacs:
;;;   emacs --batch -l editors/emacs/hedui.el -l tests/editors/emacs.el DRAFT
;;; DRAFT holds the one finding 12.8%.  Prints what does not hold; the exit
;;; status says whether all did.  -*- lexical-binding: t -*-

(require 'flymake)
(defvar failed 0)

(defun is (name wanted got)
  (if (equal wanted got)
      (message "ok %s" name)
    (setq failed (1+ failed))
    (message "not ok %s: wanted %S, got %S" name wanted got)))

(defun wait-for (name condition)
  (let ((end (+ (float-time) 30)) (good nil))
    (while (and (not (setq good (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (is name t (and good t))))

(defun findings ()
  (flymake-start) ; in a batch no timer does
  (flymake-diagnostics))

(let ((draft (pop command-line-args-left)))
  (setq eglot-sync-connect 20 eglot-send-changes-idle-time 0
        eglot-autoreconnect nil)
  (find-file draft)
  (text-mode)
  (call-interactively #'eglot)
  (wait-for "diagnostics come" (lambda () (findings)))
  (let ((found (car (findings))))
    (when found
      (is "their place" "12.8%"
          (buffer-substring-no-properties (flymake-diagnostic-beg found)
                                          (flymake-diagnostic-end found)))
      (goto-char (flymake-diagnostic-beg found))
      (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                    (eglot--TextDocumentPositionParams))))
        (is "hover" t (and (string-match-p
                            "14.93" (plist-get (plist-get hover :contents)
                                               :value))
                           t)))
      (delete-region (flymake-diagnostic-beg found)
                     (flymake-diagnostic-end found))
      (insert "15.0%")
      (eglot--signal-textDocument/didChange)
      (wait-for "mending it takes it away" (lambda () (null (findings))))))
  (set-buffer-modified-p nil)
  (kill-emacs (if (> failed 0) 1 0)))
