# The product in a container: `docker build -t madoguchi .`; any command of madoguchi follows the name.
FROM python:3.11-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONPATH=/app/src
WORKDIR /app
COPY requirements/runtime.txt requirements/
RUN python -m pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml LICENSE README.md ./
COPY src src
RUN useradd --create-home reception && mkdir /data && chown reception /data
USER reception
VOLUME /data
ENTRYPOINT ["python", "-m", "madoguchi"]
