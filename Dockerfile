# The application alone: web, worker and clock are the same image with another command.
FROM python:3.11-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 NO_BOOTSTRAP=1 STATIC_ROOT=/app/static-collected
WORKDIR /app
# Characters of names which no other free font has. The union's licensed fonts are mounted at /fonts and come first.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-hanazono && rm -rf /var/lib/apt/lists/*
ENV FONTS_DIR=/fonts:/usr/share/fonts/truetype/hanazono
COPY requirements.txt requirements-store.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements.txt -r requirements-store.txt
COPY . .
# Neither command reads data, so neither needs a secret.
RUN python manage.py translations --compile && python manage.py collectstatic --noinput -v0 \
    && useradd --system --no-create-home heyi && install -d -o heyi /data /data/media /fonts
USER heyi
VOLUME /data
CMD ["gunicorn", "config.wsgi", "--config=python:config.web", "--bind=0.0.0.0:8000", "--no-control-socket"]
